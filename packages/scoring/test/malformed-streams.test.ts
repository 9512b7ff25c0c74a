import { expect, test } from "vitest";
import { feedStreams } from "./feed-streams.ts";

test("of 3,000 malformed streams, the reader accepts what a plain reading accepts, and the same predictions", () => {
  const { streams, accepted, faults } = feedStreams(3_000, 11);
  expect(streams).toBe(3_000);
  expect(accepted).toBeGreaterThan(300);
  expect(faults.size).toBeGreaterThan(15);
});
