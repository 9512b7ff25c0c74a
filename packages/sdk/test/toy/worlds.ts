/** In tests, in the place of `src/worlds/index.ts`: no world has rows of its own. */
import type { OpenWorld } from "../../src/reader/opened-tables.ts";

export const WORLD_OPENERS: Readonly<Record<string, OpenWorld>> = {};
