/** The audit's own randomness: fixed seed, one stream a purpose, so that an audit says the same thing each time. */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { sha256, stream, utf8Bytes } from "@vigie/spec";

const SEED = sha256(utf8Bytes("vigie\naudit"));

/** Draws whole numbers from 0 to n − 1. */
export type Draw = (n: number) => number;

/** The stream of a purpose. */
export function drawsFor(purpose: string): Draw {
  const generator = xoroshiro128plusFromState(Array.from(stream(SEED, purpose).subarray(0, 4), (word) => word | 0));
  return (n) => uniformInt(generator, 0, n - 1);
}
