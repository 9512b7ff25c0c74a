export * from "./catalogue.ts";
export { INDICATOR_GROUPS, type IndicatorGroup } from "./groups.ts";
export { LOOK_ALIKES, type LookAlike } from "./look-alikes.ts";
export type { CounterIndicators, DigitalIndicators, MoneyIndicators } from "./made.ts";
export { CATALOGUE_NOTICE } from "./notice.ts";
export * from "./roles.ts";
export { SOURCES, type SourceId } from "./sources.ts";
