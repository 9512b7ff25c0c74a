/**
 * The run's real standard output, kept for predictions alone.
 *
 * Invariants: every function used after the detector is loaded was taken before; writes are synchronous, so a reader
 * that is slow slows the detector down instead of filling memory; what a detector prints goes to standard error.
 */
import { writeSync } from "node:fs";
import process from "node:process";

const CHUNK_CHARACTERS = 65_536;
const STDOUT = 1;
const WAIT_MS = 1;

const writeBytes = writeSync;
const wait = Atomics.wait;
const sleeper = new Int32Array(new SharedArrayBuffer(4));
const encoder = new TextEncoder();
const encode = encoder.encode.bind(encoder);

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EAGAIN";
}

function writeAll(text: string): void {
  const bytes = encode(text);
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeBytes(STDOUT, bytes, done, bytes.length - done);
    } catch (error) {
      if (!isBusy(error)) throw error;
      wait(sleeper, 0, 0, WAIT_MS);
    }
  }
}

export interface Output {
  write(line: string): void;
  flush(): void;
}

/** Takes standard output over: from here on `process.stdout` is standard error. */
export function takeOutput(): Output {
  Object.defineProperty(process, "stdout", { configurable: true, enumerable: true, get: () => process.stderr });
  let waiting = "";
  const flush = () => {
    writeAll(waiting);
    waiting = "";
  };
  const write = (line: string) => {
    waiting += line;
    if (waiting.length >= CHUNK_CHARACTERS) flush();
  };
  return { write, flush };
}
