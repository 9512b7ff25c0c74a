/** Imports, by way of the world whose sets they make. */
import { entryOf } from "@vigie/spec";
import { UNNAMED_WORLD, worldOfSet } from "../data-package.ts";
import { WORLD_IMPORTS } from "../worlds/index.ts";
import type { ColumnMap } from "./world-import.ts";

/** Opens a column map. @throws SpecError where it is none of that world, or that world takes none. */
export function openColumnMap(file: string, world = UNNAMED_WORLD): ColumnMap {
  return entryOf(WORLD_IMPORTS, world, "world of an import").openMap(file);
}

/** Whether a test set's labels were imported. @throws SpecError where they cannot be read. */
export function isImported(folder: string): boolean {
  const world = worldOfSet(folder);
  return Object.hasOwn(WORLD_IMPORTS, world) && WORLD_IMPORTS[world].isImported(folder);
}
