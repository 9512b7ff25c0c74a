/** Ctrl-C, or whoever else ends the process, gives it the time to remove what is half made. */
import { constants } from "node:os";
import process from "node:process";

/** From now on, SIGINT and SIGTERM end the process by way of its exit handlers. */
export function endOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
