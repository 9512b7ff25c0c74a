export * from "./bilingual.ts";
export * from "./catalogue.ts";
export { INDICATOR_GROUPS, type IndicatorGroup } from "./catalogue/groups.ts";
export { LOOK_ALIKES, type LookAlike } from "./catalogue/look-alikes.ts";
export { CATALOGUE_NOTICE } from "./catalogue/notice.ts";
export { SOURCES, type SourceId } from "./catalogue/sources.ts";
export * from "./layout.ts";
export * from "./roles.ts";
