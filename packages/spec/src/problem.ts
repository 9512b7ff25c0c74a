/** Our own refusal of a file or a value: where, what was expected, what came, and what to do next. */

export interface Problem {
  /** The file, as the user knows it. */
  readonly file: string;
  /** JSON pointer into it; empty for the whole. */
  readonly pointer: string;
  readonly expected: string;
  readonly found: string;
}

/** Thrown where a specification or a data file cannot be used; `problems` is never empty. */
export class SpecError extends Error {
  readonly code: string;
  readonly problems: readonly Problem[];

  constructor(code: string, problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(describe).join("\n"), options);
    this.name = "SpecError";
    this.code = code;
    this.problems = problems;
  }
}

function describe(problem: Problem): string {
  const where = problem.pointer === "" ? problem.file : `${problem.file} at ${problem.pointer}`;
  return `${where}: expected ${problem.expected}; found ${problem.found}`;
}
