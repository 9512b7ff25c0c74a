/** Runs a toy detector: a function of the data set that gives a ping for each vessel that it names. */
import type { AnyDataset } from "@vigie/sdk";

type Guess = (dataset: AnyDataset) => ReadonlyMap<number, number>;

export const KIND_RUNS = [
  {
    isDetector: (value: unknown): value is { guess: Guess } => typeof value === "object" && value !== null && "guess" in value,
    async run({ guess }: { guess: Guess }, dataset: AnyDataset, write: (line: string) => void): Promise<void> {
      const named = await Promise.resolve(guess(dataset));
      for (const [vessel, ping] of named) write(`${JSON.stringify({ vessel, ping })}\n`);
      write(`{"end":${named.size}}\n`);
    },
  },
];
