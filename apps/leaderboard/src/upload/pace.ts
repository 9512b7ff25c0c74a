/** Senders that stall: one that says nothing is cut, and one that drips for longer than its size excuses. */
import type { IncomingMessage } from "node:http";
import type { UploadLimits } from "./limits.ts";

/** What is left of a refused body is read and dropped for so long, so that its sender sees the answer. */
const DROP_MS = 10_000;

/**
 * Watches a body as it comes; `cut` is called once, where it stalls. What we ourselves are slow with does not count.
 * @returns what ends the watch.
 */
export function watchPace(request: IncomingMessage, mostBytes: number, limits: UploadLimits, cut: () => void): () => void {
  const wholeMs = limits.wholeMs + (mostBytes / limits.slowestBytesPerSecond) * 1000;
  const tickMs = Math.min(1000, limits.idleMs / 4);
  let [idleMs, spentMs] = [0, 0];
  const came = (): void => void (idleMs = 0);
  const end = (): void => {
    clearInterval(timer);
    request.off("data", came);
  };
  const timer = setInterval(() => {
    if (request.isPaused() || request.complete) return;
    idleMs += tickMs;
    spentMs += tickMs;
    if (idleMs < limits.idleMs && spentMs < wholeMs) return;
    end();
    cut();
  }, tickMs);
  timer.unref();
  request.on("data", came);
  return end;
}

/** Reads what is left of a body and drops it; a sender that does not come to an end is cut off. */
export function dropRest(request: IncomingMessage): void {
  request.resume();
  if (request.complete) return;
  const timer = setTimeout(() => request.socket.destroy(), DROP_MS);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
  request.once("end", () => clearTimeout(timer));
}
