import { createContext, Script } from "node:vm";

const script = new Script("work()");

/** The error comes from the other context, whose `Error` is another one. */
function isTimeout(cause: unknown): boolean {
  return typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

/**
 * Does some work on a stranger's text, and gives up where it takes too long: a pattern that runs wild on it is stopped as
 * well. @returns null where time ran out.
 */
export function timeLimited<T>(ms: number, work: () => T): T | null {
  const done: T[] = [];
  const context = createContext({ work: () => void done.push(work()) });
  try {
    script.runInContext(context, { timeout: ms });
  } catch (cause) {
    if (!isTimeout(cause)) throw cause;
  }
  return done[0] ?? null;
}
