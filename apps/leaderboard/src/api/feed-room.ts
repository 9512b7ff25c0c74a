/** How many feeds there may be: of one address, where a school is one address, and in all. */
import type { Response } from "express";
import { Refusal } from "../http/refusals.ts";

export const MOST_OF_ADDRESS = 400;
export const MOST_FEEDS = 3000;
/** What a reader has not taken off our hands; one that lets more pile up is cut. */
const MOST_UNREAD_BYTES = 64 * 1024;
const RETRY_SECONDS = 30;

export type Ending = Pick<Response, "end">;

/**
 * Room for one more of this address. Where the house is full, the address that holds most of it loses its oldest feed.
 * @throws Refusal `too-many` where this address has its share already.
 */
export function makeRoom<Feed extends Ending>(open: Map<Feed, { readonly address: string }>, address: string): void {
  const held = new Map<string, number>();
  for (const feed of open.values()) held.set(feed.address, (held.get(feed.address) ?? 0) + 1);
  const own = held.get(address) ?? 0;
  if (own >= MOST_OF_ADDRESS) throw new Refusal("too-many", { retryAfterSeconds: RETRY_SECONDS });
  if (open.size < MOST_FEEDS) return;
  const [hoarder, most] = [...held].reduce((one, other) => (other[1] > one[1] ? other : one));
  const oldest = [...open].find(([, feed]) => feed.address === hoarder)?.[0];
  if (most <= own || oldest === undefined) throw new Refusal("too-many", { retryAfterSeconds: RETRY_SECONDS });
  open.delete(oldest);
  oldest.end();
}

/** Says something to a feed, or cuts it where its reader does not keep up. */
export function tellFeed(response: Response, text: string): void {
  if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
  else response.write(text);
}
