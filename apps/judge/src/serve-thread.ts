/** A helping thread, as it sees itself: each message is an order, and has one answer. */
import { parentPort } from "node:worker_threads";
import { failedBy } from "./thread-failure.ts";

/** Answers every order that comes from now on; what `obey` throws goes back as a failure. */
export function serveThread<O>(isOrder: (message: unknown) => message is O, obey: (order: O) => unknown): void {
  const answer = (message: unknown): unknown => {
    try {
      if (!isOrder(message)) throw new Error("a thread was sent a message that is no order");
      return obey(message);
    } catch (cause) {
      return failedBy(cause);
    }
  };
  parentPort?.on("message", (message) => parentPort?.postMessage(answer(message)));
}
