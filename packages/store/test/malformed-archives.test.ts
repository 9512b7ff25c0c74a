import { expect, test } from "vitest";
import { feedArchives } from "./feed-archives.ts";

test("of 600 malformed archives, none is written outside or above the caps, and what is accepted Python reads alike", async () => {
  const { fed, accepted, codes } = await feedArchives(600, 11);
  expect(fed).toBe(600);
  expect(accepted["tar.gz"]).toBeGreaterThan(40);
  expect(accepted.zip).toBeGreaterThan(40);
  expect(codes.size).toBeGreaterThan(8);
});
