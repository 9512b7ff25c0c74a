/** A data set's specification and a seed become a world. */
import { entryOf, type DatasetSpec, type World } from "@vigie/spec";
import { WORLD_MAKERS } from "./worlds/index.ts";
import type { WorldOptions } from "./worlds/world-maker.ts";

/**
 * The world of a data set and a seed.
 * @throws RangeError for a size or days that it cannot serve; SpecError `unknown-name` for a world that nobody here makes.
 */
export function createWorld(dataset: DatasetSpec, options: WorldOptions): World {
  return entryOf(WORLD_MAKERS, dataset.world, "world")(dataset, options);
}
