/** How a kind's detectors are known and run; the same in Node and in a browser. */
import type { AnyDataset } from "../reader/columns.ts";

export interface KindRun<Detector = unknown> {
  /** True of what the kind's `define…` made, in this or in another copy of the SDK. */
  isDetector(value: unknown): value is Detector;
  /** Walks a data set with a detector and hands out its lines, the end line too. */
  run(detector: Detector, dataset: AnyDataset, write: (line: string) => void): Promise<void>;
}

/** The last line: how many came before it. */
export function endLine(lines: number): string {
  return `{"end":${lines}}\n`;
}
