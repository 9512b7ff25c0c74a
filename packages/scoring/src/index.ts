export { interval } from "./interval.ts";
export type { KindScoring, OpenScoring, Scorable } from "./kinds/kind-scoring.ts";
export { openScoring } from "./open-scoring.ts";
export { OutputStream, type ReadOutcome } from "./output-stream.ts";
export { drawResamples, type Resamples } from "./resamples.ts";
export { scoreRun, type ScoredRun } from "./score-run.ts";
export { rankStandings, sharesBand, type Place, type RankedEntry, type RankingRules } from "./standings.ts";
