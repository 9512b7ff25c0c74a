/**
 * Fair timing: contenders take turns, so that a machine that slows down slows them all, and medians are compared, so that
 * one hiccup counts for nothing.
 */

export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
  /** Not timed: what must be there before each run, or gone. */
  readonly before?: () => unknown;
}

/** One figure of a benchmark. `spread` is (largest − smallest) / median of its samples; `met` is null where nothing is aimed at. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly spread: number | null;
  readonly aim: string | null;
  readonly met: boolean | null;
}

export interface Result {
  readonly name: string;
  /** What is compared with what, on how much. */
  readonly about: string;
  readonly figures: readonly Figure[];
}

export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function spread(samples: readonly number[]): number {
  return (Math.max(...samples) - Math.min(...samples)) / median(samples);
}

/** The milliseconds of each contender's runs. */
export class Timings {
  readonly #samples: ReadonlyMap<string, readonly number[]>;

  constructor(samples: ReadonlyMap<string, readonly number[]>) {
    this.#samples = samples;
  }

  /** @throws Error for a name that did not run. */
  of(name: string): readonly number[] {
    const samples = this.#samples.get(name);
    if (!samples) throw new Error(`no contender ran under the name ${name}; there are ${[...this.#samples.keys()].join(", ")}`);
    return samples;
  }

  /** How many times as long `name` took as `base`: the median of the rounds' ratios, each round's two runs being neighbours. */
  ratio(name: string, base: string, atMost: number | null): Figure {
    const bases = this.of(base);
    const ratios = this.of(name).map((ms, round) => ms / bases[round]);
    const value = median(ratios);
    const aim = atMost === null ? null : `≤ ${atMost}`;
    const met = atMost === null ? null : value <= atMost;
    return { what: `${name} / ${base}`, value, unit: "×", spread: spread(ratios), aim, met };
  }

  /** `items` per second of a contender, in millions. */
  millionsPerSecond(name: string, items: number, atLeast: number | null): Figure {
    const samples = this.of(name);
    const value = items / median(samples) / 1000;
    const aim = atLeast === null ? null : `≥ ${atLeast}`;
    return { what: name, value, unit: "M/s", spread: spread(samples), aim, met: atLeast === null ? null : value >= atLeast };
  }
}

/** Runs the contenders in turn, first once each without a clock, then `rounds` times (at least 5). */
export async function interleaved(contenders: readonly Contender[], rounds = 5): Promise<Timings> {
  const samples = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -1; round < Math.max(5, rounds); round++) {
    for (const { name, run, before } of contenders) {
      await before?.();
      const start = performance.now();
      await run();
      const ms = performance.now() - start;
      if (round >= 0) samples.get(name)?.push(ms);
    }
  }
  return new Timings(samples);
}
