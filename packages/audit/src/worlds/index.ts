/** The worlds that can be audited, by id. */
import { BANK_AUDIT } from "./bank/bank-audit.ts";
import type { WorldAudit } from "./world-audit.ts";

export const WORLD_AUDITS: Readonly<Record<string, WorldAudit>> = { bank: BANK_AUDIT };
