/** Archives without the database: what the command line packs and the judge's child process unpacks. */
export { packFolder } from "./archive/pack.ts";
export { unpackSubmission, type Unpacked } from "./archive/unpack.ts";
export { mostSentBytes } from "./archive/normalise.ts";
