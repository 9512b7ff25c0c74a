export * from "./catalogue.ts";
export {
  CATALOGUE_NOTICE,
  INDICATOR_GROUPS,
  LOOK_ALIKES,
  SOURCES,
  type CounterIndicators,
  type DigitalIndicators,
  type IndicatorGroup,
  type LookAlike,
  type MoneyIndicators,
  type SourceId,
} from "./made.ts";
export * from "./roles.ts";
