/** Archives without the database: what the command line packs and the judge's child process unpacks. */
export { packFolder } from "./archive/pack.ts";
export { unpackSubmission } from "./archive/unpack.ts";
