/**
 * The input tables' columns as the SDK names them: camelCase here, snake_case in the files, in file order.
 * A question mark stands for "may be missing". The platform's own schema is held against this by a test of `spec`.
 */

export type ColumnKind = "int32" | "int32?" | "int64" | "int64?" | "date" | "timestamp" | "text" | "text?";
export type ColumnTable = Readonly<Record<string, ColumnKind>>;

export const ACCOUNT_COLUMNS = {
  account: "int32",
  institution: "text",
  kind: "text",
  openedOn: "date",
  occupation: "text?",
  declaredIncomeCents: "int64?",
  householdSize: "int32?",
  homeCity: "text",
  homeProvince: "text",
  businessType: "text?",
  openMinute: "int32?",
  closeMinute: "int32?",
  ownerToken: "text",
  phoneToken: "text?",
  emailToken: "text?",
  addressToken: "text",
  handle: "text?",
} as const satisfies ColumnTable;

export const TRANSACTION_COLUMNS = {
  transaction: "int64",
  account: "int32",
  transfer: "int64?",
  time: "timestamp",
  utcOffsetMinutes: "int32",
  direction: "text",
  amountCents: "int64",
  balanceAfterCents: "int64",
  channel: "text",
  code: "text",
  depositorToken: "text?",
  status: "text",
  counterpartyKind: "text",
  counterparty: "text?",
  counterpartyName: "text?",
  mcc: "int32?",
  city: "text?",
  province: "text?",
  country: "text?",
  terminalToken: "text?",
  deviceToken: "text?",
  processor: "text?",
  memo: "text?",
} as const satisfies ColumnTable;

export const EVENT_COLUMNS = {
  event: "int64",
  account: "int32",
  time: "timestamp",
  type: "text",
  city: "text?",
  deviceToken: "text?",
  valueToken: "text?",
  note: "text?",
} as const satisfies ColumnTable;

export const MERCHANT_COLUMNS = {
  merchant: "int32",
  name: "text",
  mcc: "int32",
  city: "text?",
  province: "text?",
  country: "text",
  openMinute: "int32?",
  closeMinute: "int32?",
  ownerToken: "text?",
} as const satisfies ColumnTable;

/** Names of a table's text columns. */
export type TextName<Table extends ColumnTable> = {
  [Name in keyof Table & string]: Table[Name] extends "text" | "text?" ? Name : never;
}[keyof Table & string];

/** Names of a table's other columns. */
export type NumberName<Table extends ColumnTable> = Exclude<keyof Table & string, TextName<Table>>;

/** A column's name in the files: `amountCents` → `amount_cents`. */
export function fileName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
