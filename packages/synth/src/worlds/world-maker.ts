/** How a world is made. */
import type { DatasetSpec, Seed, World, WorldSize } from "@vigie/spec";

export interface WorldOptions {
  readonly seed: Seed;
  readonly size: WorldSize;
  /** Draws each parameter within its published range, as the final split does. Default: false. */
  readonly shift?: boolean;
  /** False writes the same world without what rings do. Default: true. */
  readonly crime?: boolean;
  /** True: a block's arrays are good until the next block is asked for, which saves their making. Default: false. */
  readonly reuse?: boolean;
}

/** @throws RangeError for a size or days that it cannot serve. */
export type WorldMaker = (dataset: DatasetSpec, options: WorldOptions) => World;
