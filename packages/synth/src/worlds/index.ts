/** The worlds that can be made, by id. */
import { createBank } from "./bank/bank-world.ts";
import type { WorldMaker } from "./world-maker.ts";

export const WORLD_MAKERS: Readonly<Record<string, WorldMaker>> = { bank: createBank };
