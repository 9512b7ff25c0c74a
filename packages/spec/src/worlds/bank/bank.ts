/** The world *bank*: accounts of people and businesses, what moves through them, and rings among them. */
import { MONEY_INDICATOR_IDS, ROLES } from "@vigie/sdk/catalogue";
import { Type } from "@sinclair/typebox";
import type { DatasetSpec } from "../../dataset.ts";
import type { WorldSize, WorldSpec } from "../world-spec.ts";
import { withAudit } from "./audit-facts.ts";
import { LOOKALIKE_GROUPS, ROLE_NAMES, TYPOLOGIES } from "./names.ts";
import { BANK_TABLES } from "./tables.ts";

export const BANK_PARAMETERS = [
  "prevalence",
  "accountsPerRing",
  "lookalikeShare",
  "lookalikeOverlap",
  "camouflage",
  "transactionsPerAccount",
] as const;
export type BankParameter = (typeof BANK_PARAMETERS)[number];

/** A data set of this world, as the loader has checked it. */
export interface BankDataset extends DatasetSpec {
  readonly parameters: Readonly<Record<BankParameter, DatasetSpec["parameters"][string]>>;
}

export function isBankDataset(dataset: DatasetSpec): dataset is BankDataset {
  return dataset.world === "bank";
}

export const BANK: WorldSpec = {
  id: "bank",
  parameters: BANK_PARAMETERS,
  size: { accounts: Type.Integer({ minimum: 100, maximum: 1_000_000 }) },
  subjects: (size: WorldSize) => size["accounts"],
  sizeOf: ({ accounts }) => ({ accounts }),
  subject: {
    id: "account",
    one: { en: "account", fr: "compte" },
    many: { en: "accounts", fr: "comptes" },
  },
  tables: withAudit(BANK_TABLES),
  indicators: MONEY_INDICATOR_IDS,
  roles: ROLES,
  names: { ...LOOKALIKE_GROUPS, ...TYPOLOGIES, ...ROLE_NAMES },
  unknownToSources: ["findings.indicator", "positives.role", "groups"],
};
