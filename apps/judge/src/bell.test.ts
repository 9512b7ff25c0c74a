import { expect, it } from "vitest";
import { Bell } from "./bell.ts";

const LONG_MS = 60_000;

it("wakes who waits", async () => {
  const bell = new Bell();
  const heard = bell.heard(LONG_MS);
  bell.ring();
  await heard;
});

it("loses no ring from before the waiting", async () => {
  const bell = new Bell();
  bell.clear();
  bell.ring();
  await bell.heard(LONG_MS);
});

it("waits again once it was cleared, and no longer than it is told", async () => {
  const bell = new Bell();
  bell.ring();
  bell.clear();
  let woken = false;
  const heard = bell.heard(30).then(() => (woken = true));
  await Promise.resolve();
  expect(woken).toBe(false);
  await heard;
});
