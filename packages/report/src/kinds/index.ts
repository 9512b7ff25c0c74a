/** How each kind is shown. A new one: its folder here and in each room, and its line in each room's registry. */
import type { KindReport } from "./kind-report.ts";
import { RANKING_REPORT } from "./ranking/ranking-report.ts";

export const KIND_REPORTS: Readonly<Record<string, KindReport>> = { ranking: RANKING_REPORT };
