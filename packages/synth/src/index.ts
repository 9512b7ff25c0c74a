export { createWorld, LEAST_ACCOUNTS, MOST_ACCOUNTS, type WorldOptions } from "./world.ts";
export { findingsOf, type FindingContext, type FindingInputs, type Findings } from "./findings/findings.ts";
export { INDICATORS as PLANTED_INDICATORS, type Indicator as PlantedIndicator } from "./indicators.ts";
