/** The worlds that the SDK has rows of its own for; any other is read by its tables. A new one: its folder, and its lines here. */
import type { OpenWorld } from "../reader/opened-tables.ts";
import { openTables } from "./bank/index.ts";

export const WORLD_OPENERS: Readonly<Record<string, OpenWorld>> = { bank: openTables };

export * from "./bank/index.ts";
