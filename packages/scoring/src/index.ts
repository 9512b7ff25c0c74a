export { interval } from "./interval.ts";
export type { PredictionRules } from "./prediction-line.ts";
export { PredictionReader, type ReadOutcome } from "./prediction-reader.ts";
export type { Predictions } from "./predictions.ts";
export { drawResamples, type Resamples } from "./resamples.ts";
export { scoreRun, type ScoredRun } from "./score-run.ts";
export { rankStandings, type Place, type RankedEntry, type RankingRules } from "./standings.ts";
