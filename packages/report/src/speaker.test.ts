import { expect, it } from "vitest";
import { speakerOf } from "./speaker.ts";

const en = { "a.plain": "Plain", groups: { seen_one: "{{n}} group", seen_other: "{{n}} groups", price: "{{n}} dollars: all" } };
const fr = { "a.plain": "Simple", groups: { seen_one: "{{n}} groupe", seen_other: "{{n}} groupes", price: "Prix : {{n}} $" } };
const say = speakerOf(en, fr);

it("says keys with dots of their own and keys of groups alike, with French spaces", () => {
  expect(say("en", "a.plain")).toBe("Plain");
  expect(say("fr", "groups.price", { n: 5 })).toBe("Prix\u00a0: 5\u00a0$");
});

it("counts 0 and 1 as singular in French, and a whole million as plural", () => {
  expect([0, 1, 2, 1_000_000].map((count) => say("fr", "groups.seen", { count, n: count }))).toEqual([
    "0 groupe",
    "1 groupe",
    "2 groupes",
    "1000000 groupes",
  ]);
});

it("inserts values as they are, never as templates", () => {
  expect(say("en", "groups.price", { n: "$t(a.plain) {{n}} <b>" })).toBe("$t(a.plain) {{n}} <b> dollars: all");
});

it("knows its own keys and no others", () => {
  expect(["a.plain", "groups.price", "groups.seen", "a", "constructor"].map((key) => say.knows(key))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
