export type { Dataset, TableByAccount, Tables, WalkableDataset } from "./dataset.ts";
export {
  ACCOUNT_COLUMNS,
  ACCOUNT_KINDS,
  CHANNELS,
  COUNTERPARTY_KINDS,
  DIRECTIONS,
  EVENT_COLUMNS,
  EVENT_TYPES,
  MERCHANT_COLUMNS,
  STATUSES,
  TRANSACTION_COLUMNS,
  type Account,
  type AccountKind,
  type Channel,
  type CounterpartyKind,
  type Direction,
  type Event,
  type EventType,
  type Merchant,
  type Status,
  type Transaction,
} from "./made.ts";
export { openTables } from "./open-tables.ts";
