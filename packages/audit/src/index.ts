export { measureRealism } from "./realism/measure-realism.ts";
export { auditLeaks, type FamilyResult, type JudgedFinding, type LeakAudit, type Verdict } from "./leaks/audit.ts";
export { openAuditSet, type AuditSet } from "./leaks/audit-set.ts";
export { CONFIDENCE, FAMILIES } from "./leaks/families.ts";
export { openTables, type Tables } from "./tables.ts";
