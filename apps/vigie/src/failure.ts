/** What a command ends with when the user can do something about it: a sentence and an exit code, never a stack. */
export class CommandFailure extends Error {
  readonly exitCode: number;
  constructor(sentence: string, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}
