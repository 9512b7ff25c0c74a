/** Archives without the database: what the command line packs, the judge's child process unpacks, and pages show. */
export { packFolder } from "./archive/pack.ts";
export { readSubmission, unpackSubmission, type Unpacked } from "./archive/unpack.ts";
export { mostSentBytes } from "./archive/normalise.ts";
