export { measureRealism } from "./realism/measure-realism.ts";
export { auditLeaks, type FamilyResult, type JudgedFinding, type LeakAudit, type Verdict } from "./leaks/audit.ts";
export { auditAcross } from "./across/audit-across.ts";
export type { NamedSet } from "./across/pair.ts";
export { openAuditSet, type AuditSet } from "./leaks/audit-set.ts";
export { CONFIDENCE, familyName } from "./leaks/families.ts";
export { openTables, type Tables } from "./tables.ts";
