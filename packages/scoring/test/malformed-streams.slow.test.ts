import { expect, test } from "vitest";
import { feedStreams, RANKING_FAULTS } from "./feed-streams.ts";

/** How many streams are fed; VIGIE_FUZZ_STREAMS asks for more. */
const STREAMS = Number(process.env["VIGIE_FUZZ_STREAMS"] ?? 100_000);

test(`of ${STREAMS} malformed streams, the reader accepts what a plain reading accepts, and meets every fault that it declares`, () => {
  const { streams, accepted, faults } = feedStreams(STREAMS);
  process.stderr.write(
    `${streams} streams: ${accepted} accepted; ${[...faults].map(([code, n]) => `${code} ${n}`).join(", ")}\n`,
  );
  expect(streams).toBe(STREAMS);
  expect(accepted).toBeGreaterThan(STREAMS / 20);
  expect([...faults.keys()].sort()).toEqual([...RANKING_FAULTS].sort());
}, 600_000);
