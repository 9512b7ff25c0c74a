/** What a command ends with when the user can do something about it: a sentence and an exit code, never a stack. */
export class CommandFailure extends Error {
  readonly exitCode: number;
  constructor(sentence: string, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** True of a command's failure, also of one that the server's bundle threw: it carries a copy of the class. */
export function isCommandFailure(error: unknown): error is CommandFailure {
  return error instanceof Error && "exitCode" in error && typeof error.exitCode === "number";
}
