/** The worlds that there are. A new one: its folder in each room, and its line in each room's registry. */
import { BANK } from "./bank/bank.ts";
import type { WorldSpec } from "./world-spec.ts";

export const WORLDS: Readonly<Record<string, WorldSpec>> = { bank: BANK };
