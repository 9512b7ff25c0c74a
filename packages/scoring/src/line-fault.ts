import { excerpt } from "./excerpt.ts";

/** Stops the reading of a line; becomes the output's fault. `code` is one of FAULT_CODES or of the kind's own. */
export class LineFault extends Error {
  readonly code: string;
  readonly found: string | undefined;
  readonly expected: string | undefined;

  constructor(code: string, found?: string, expected?: string) {
    super(code);
    this.code = code;
    this.found = found === undefined ? undefined : excerpt(found);
    this.expected = expected === undefined ? undefined : excerpt(expected);
  }
}
