/** The closed lists of words that some columns of the bank's tables draw from, in the order in which they are listed. */

export const ACCOUNT_KINDS = ["personal", "business"] as const;
export const DIRECTIONS = ["credit", "debit"] as const;
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
export const STATUSES = ["posted", "authorised", "reversed", "declined"] as const;
export const COUNTERPARTY_KINDS = ["account", "merchant", "external", "none"] as const;
export const EVENT_TYPES = ["login", "contact-changed", "address-changed", "signatory-added", "branch-note"] as const;
