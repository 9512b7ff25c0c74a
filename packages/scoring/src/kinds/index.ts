/** How each kind reads and scores. A new one: its folder here, and its line. */
import type { KindScoring } from "./kind-scoring.ts";
import { RANKING_SCORING } from "./ranking/ranking-scoring.ts";

export const KIND_SCORING: Readonly<Record<string, KindScoring>> = { ranking: RANKING_SCORING };
