/** The kinds that there are. A new one: its folder in each room, and its line in each room's registry. */
import type { KindSpec } from "./kind-spec.ts";
import { RANKING } from "./ranking/ranking.ts";

export const KINDS: Readonly<Record<string, KindSpec>> = { ranking: RANKING };
