export * from "./contract.ts";
export { StoreDamagedError, StoreError, StoreLockedError, type SpoolHolding } from "./errors.ts";
export { mostSentBytes, normaliseArchive, type CanonicalArchive, type Normalised } from "./archive/normalise.ts";
export { packFolder } from "./archive/pack.ts";
export { unpackSubmission, type Unpacked } from "./archive/unpack.ts";
export type { OpenOptions } from "./open-base.ts";
export { openStore } from "./open-store.ts";
export { roomLeft } from "./spool/room.ts";
