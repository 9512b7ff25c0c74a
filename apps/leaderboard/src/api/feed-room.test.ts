import { expect, it } from "vitest";
import { makeRoom, MOST_FEEDS, MOST_OF_ADDRESS, type Ending } from "./feed-room.ts";

function feed(address: string, open: Map<Ending, { readonly address: string }>, ended: string[]): void {
  makeRoom(open, address);
  const one: Ending = {
    end: () => {
      ended.push(address);
      return one as never;
    },
  };
  open.set(one, { address });
}

it("one address cannot hold all feeds: it has its share, and the others theirs", () => {
  const open = new Map<Ending, { readonly address: string }>();
  const ended: string[] = [];
  for (let i = 0; i < MOST_OF_ADDRESS; i++) feed("school", open, ended);
  expect(() => feed("school", open, ended)).toThrow(expect.objectContaining({ code: "too-many", retryAfterSeconds: 30 }));
  feed("home", open, ended);
  expect([open.size, ended]).toEqual([MOST_OF_ADDRESS + 1, []]);
});

it("in a full house who holds most gives way, oldest first, and nobody else", () => {
  const open = new Map<Ending, { readonly address: string }>();
  const ended: string[] = [];
  for (let i = 0; open.size < MOST_FEEDS - 1; i++) feed(`school ${Math.floor(i / MOST_OF_ADDRESS)}`, open, ended);
  feed("home", open, ended);
  feed("home", open, ended);
  expect([open.size, ended]).toEqual([MOST_FEEDS, ["school 0"]]);
});
