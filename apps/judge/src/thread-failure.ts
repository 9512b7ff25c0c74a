import { SpecError, type Problem } from "@vigie/spec";

/** A failure as plain values: errors of our own lose what they carry when they are posted. */
export interface ThreadFailure {
  readonly message: string;
  readonly code: string;
  readonly problems: readonly Problem[];
}

/** What a thread answers where it could not do as it was told. */
export interface Failed {
  readonly kind: "failed";
  readonly failure: ThreadFailure;
}

/** True of a message of one of these kinds: both ends are of one build, so that a kind tells the rest. */
export function isOfKind(message: unknown, kinds: readonly string[]): boolean {
  return typeof message === "object" && message !== null && "kind" in message && kinds.some((kind) => kind === message.kind);
}

export function failedBy(cause: unknown): Failed {
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return { kind: "failed", failure: { message, code, problems: cause instanceof SpecError ? cause.problems : [] } };
}

/** A failure that a thread told of. */
class ThreadError extends Error {
  readonly code: string;

  constructor({ message, code }: ThreadFailure) {
    super(message);
    this.code = code;
  }
}

export function errorOf({ failure }: Failed): Error {
  return failure.problems.length > 0 ? new SpecError(failure.code, failure.problems) : new ThreadError(failure);
}
