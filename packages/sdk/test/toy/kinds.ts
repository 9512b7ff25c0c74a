/** In tests, in the place of `src/kinds/index.ts`: a kind whose detectors look at vessels, a line each. */
import { endLine, type KindRun } from "../../src/kinds/kind-run.ts";
import type { AnyDataset } from "../../src/reader/columns.ts";

interface Lookout {
  readonly lookout: (dataset: AnyDataset) => Iterable<{ readonly vessel: number; readonly points: number }>;
}

export function defineLookout(lookout: Lookout["lookout"]): Lookout {
  return { lookout };
}

const LOOKOUT: KindRun<Lookout> = {
  isDetector(value): value is Lookout {
    return typeof value === "object" && value !== null && "lookout" in value;
  },
  run(detector, dataset, write) {
    let lines = 0;
    for (const { vessel, points } of detector.lookout(dataset)) {
      write(`{"vessel":${vessel},"points":${points}}\n`);
      lines++;
    }
    write(endLine(lines));
    return Promise.resolve();
  },
};

export const KIND_RUNS: readonly KindRun[] = [LOOKOUT];
