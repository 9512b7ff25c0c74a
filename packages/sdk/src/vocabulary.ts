/** The closed lists of words that some columns draw from. */

export const ACCOUNT_KINDS = ["personal", "business"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export const DIRECTIONS = ["credit", "debit"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const CHANNELS = [
  "pos",
  "online",
  "e-transfer",
  "abm-cash",
  "branch-cash",
  "eft",
  "wire",
  "cheque",
  "prepaid",
  "virtual-currency",
  "fee",
] as const;
export type Channel = (typeof CHANNELS)[number];

export const STATUSES = ["posted", "authorised", "reversed", "declined"] as const;
export type Status = (typeof STATUSES)[number];

export const COUNTERPARTY_KINDS = ["account", "merchant", "external", "none"] as const;
export type CounterpartyKind = (typeof COUNTERPARTY_KINDS)[number];

export const EVENT_TYPES = ["login", "contact-changed", "address-changed", "signatory-added", "branch-note"] as const;
export type EventType = (typeof EVENT_TYPES)[number];
