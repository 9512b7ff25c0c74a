export * from "./contract.ts";
export { StoreDamagedError, StoreError, StoreLockedError, type SpoolHolding } from "./errors.ts";
export { checkArchive, type ArchiveCheck, type CheckedArchive } from "./archive/check.ts";
export { packFolder } from "./archive/pack.ts";
export { unpackSubmission } from "./archive/unpack.ts";
export type { OpenOptions } from "./open-base.ts";
export { openStore } from "./open-store.ts";
