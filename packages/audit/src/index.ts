export { auditAcross } from "./across/audit-across.ts";
export type { NamedSet } from "./across/named-sets.ts";
export { auditLeaks, openAuditSet, realismOf } from "./audits.ts";
export type { FamilyResult, JudgedFinding, LeakAudit, Verdict } from "./leaks/audit.ts";
export type { AuditSet } from "./leaks/audit-set.ts";
export { familyName, targetName, type AuditWords } from "./leaks/audit-words.ts";
export type { BoundedMeasure, WorldAudit } from "./worlds/world-audit.ts";
export { CONFIDENCE } from "./leaks/families.ts";
