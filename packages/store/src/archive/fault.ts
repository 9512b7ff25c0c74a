import type { ArchiveFault } from "../contract.ts";

/** Thrown inside the archive check and caught at its edge, where the fault becomes a value. */
export class ArchiveRefusal extends Error {
  readonly fault: ArchiveFault;

  constructor(code: ArchiveFault["code"], about: Omit<ArchiveFault, "code"> = {}) {
    super(`${code}${about.entry === undefined ? "" : `: ${about.entry}`}`);
    this.name = "ArchiveRefusal";
    this.fault = { code, ...about };
  }
}

const LONGEST_SHOWN = 120;
// Control and format characters (among them those that turn the direction of writing), separators, lone surrogates, and the mark of bytes that were no UTF-8.
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Co}\p{Cn}\uFFFD\\]/gu;

/** A stranger's text as it may be shown on a page, in a log or a terminal: unusual characters as `\u{…}`, at most 120 characters. */
export function escapeName(name: string): string {
  const shown = name.replace(UNSHOWABLE, (char) => (char === "\\" ? "\\\\" : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`));
  return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN - 1)}…` : shown;
}
