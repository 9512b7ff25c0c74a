import { expect, it } from "vitest";
import { workerCount } from "./worker-count.ts";

const MUCH = 1 << 20;

it.each([
  [1, 1],
  [2, 2],
  [4, 3],
  [8, 7],
  [64, 63],
])("of %i processors %i judge", (processors, workers) => expect(workerCount(1024, processors, MUCH)).toBe(workers));

it.each([
  [1024, 4096, 2],
  [1024, 8192, 5],
  [4096, 8192, 1],
  [1024, 512, 1],
])("runs of %i MiB on 8 processors with %i MiB of memory: %i at once", (runMiB, memoryMiB, workers) =>
  expect(workerCount(runMiB, 8, memoryMiB)).toBe(workers),
);

it("counts at least one on this machine", () => expect(workerCount(1024)).toBeGreaterThanOrEqual(1));
