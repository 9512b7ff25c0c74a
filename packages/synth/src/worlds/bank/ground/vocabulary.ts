/** The words that only this generator fixes, and the templates that rows of one sort share. */
import { CHANNELS } from "@vigie/spec/bank";

export const CODES = [
  "payroll",
  "rent",
  "bill",
  "purchase",
  "transfer",
  "withdrawal",
  "deposit",
  "refund",
  "savings",
  "pension",
  "payout",
  "hold",
  "service",
  "load",
  "loan",
] as const;
export const PARTY = { account: 0, merchant: 1, external: 2, none: 3 } as const;
export const STATUS = { posted: 0, authorised: 1, reversed: 2, declined: 3 } as const;
export const PROCESSORS = ["PasserelleQC", "NorthPay", "Tapstream"] as const;
export const EVENT = { login: 0, contactChanged: 1, addressChanged: 2, signatoryAdded: 3, branchNote: 4 } as const;

export interface Template {
  readonly number: number;
  readonly direction: 0 | 1;
  readonly channel: number;
  readonly code: number;
  /** Discretionary: it shrinks or falls away where the balance would not carry it. */
  readonly flexible: boolean;
}

const numbered: Template[] = [];

function template(sign: "+" | "-", channel: (typeof CHANNELS)[number], code: (typeof CODES)[number], flexible = false): Template {
  const made = {
    number: numbered.length,
    direction: sign === "+" ? 0 : 1,
    channel: CHANNELS.indexOf(channel),
    code: CODES.indexOf(code),
    flexible,
  } as const;
  numbered.push(made);
  return made;
}

/** Rows of behaviour that a ring or a look-alike shows are never flexible: what is planted must stay. */
export const TEMPLATE = {
  card: template("-", "pos", "purchase", true),
  web: template("-", "online", "purchase", true),
  cardFirm: template("-", "pos", "purchase"),
  webFirm: template("-", "online", "purchase"),
  refund: template("+", "pos", "refund"),
  bill: template("-", "eft", "bill"),
  cardBill: template("-", "eft", "bill", true),
  rent: template("-", "eft", "rent"),
  rentByTransfer: template("-", "e-transfer", "rent"),
  payroll: template("+", "eft", "payroll"),
  pension: template("+", "eft", "pension"),
  payout: template("+", "eft", "payout"),
  loan: template("+", "eft", "loan"),
  transferIn: template("+", "e-transfer", "transfer"),
  transferOut: template("-", "e-transfer", "transfer"),
  transferOutFlexible: template("-", "e-transfer", "transfer", true),
  savings: template("-", "eft", "savings", true),
  cashOut: template("-", "abm-cash", "withdrawal", true),
  cashOutFirm: template("-", "abm-cash", "withdrawal"),
  cashIn: template("+", "abm-cash", "deposit"),
  branchIn: template("+", "branch-cash", "deposit"),
  chequeIn: template("+", "cheque", "deposit"),
  sale: template("+", "pos", "deposit"),
  wages: template("-", "eft", "payroll"),
  wireOut: template("-", "wire", "transfer"),
  serviceIn: template("+", "online", "transfer"),
  serviceOut: template("-", "online", "transfer"),
  load: template("-", "prepaid", "load"),
  coin: template("-", "virtual-currency", "purchase"),
  fee: template("-", "fee", "service", true),
  hold: template("-", "pos", "hold"),
  rentByCheque: template("-", "cheque", "rent"),
  chequeOut: template("-", "cheque", "bill", true),
  coinFlexible: template("-", "virtual-currency", "purchase", true),
  loanBack: template("-", "eft", "loan"),
  cardPaid: template("-", "eft", "bill"),
  fromSavings: template("+", "eft", "savings"),
  toSavings: template("-", "eft", "savings"),
  windfall: template("+", "cheque", "deposit"),
} as const satisfies Record<string, Template>;

/** Templates by number. */
export const TEMPLATES: readonly Template[] = numbered;
