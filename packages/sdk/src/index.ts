export { alert, type AddressedAlert, type Alert, type AlertRequest, type Finding } from "./alert.ts";
export * from "./bilingual.ts";
export { bufferSource, type ByteSource } from "./byte-source.ts";
export * from "./catalogue.ts";
export { INDICATOR_GROUPS, type IndicatorGroup } from "./catalogue/groups.ts";
export { LOOK_ALIKES, type LookAlike } from "./catalogue/look-alikes.ts";
export { CATALOGUE_NOTICE } from "./catalogue/notice.ts";
export { SOURCES, type SourceId } from "./catalogue/sources.ts";
export { ACCOUNT_COLUMNS, EVENT_COLUMNS, fileName, MERCHANT_COLUMNS, TRANSACTION_COLUMNS, type ColumnKind } from "./columns.ts";
export {
  defineDetector,
  isDetector,
  type AccountDetector,
  type AccountsDetector,
  type Detector,
  type DetectorForms,
  type TableDetector,
} from "./detector.ts";
export * from "./layout.ts";
export { openTables, type WalkableDataset } from "./reader/open-tables.ts";
export * from "./roles.ts";
export { runDetector } from "./run-detector.ts";
export { SdkError } from "./sdk-error.ts";
export type { Account, Dataset, Event, Merchant, TableByAccount, TableColumns, Tables, Transaction } from "./tables.ts";
export * from "./vocabulary.ts";
