/**
 * Reads a detector's output as it streams.
 *
 * What comes is hostile: any bytes, in chunks cut anywhere. Lines are cut at the byte 0x0A, which stands in no other
 * UTF-8 sequence, and only then decoded; at most one line (up to the cap) is ever held. The first fault ends the
 * reading: what comes after it is thrown away unread. `\r\n` is tolerated; a byte order mark and empty lines are not.
 */
import type { OutputFault } from "@vigie/spec";
import { LineFault, readPredictionLine, type EndLine, type PredictionLine, type PredictionRules } from "./prediction-line.ts";
import type { Predictions } from "./predictions.ts";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export type ReadOutcome =
  { readonly ok: true; readonly predictions: Predictions } | { readonly ok: false; readonly fault: OutputFault };

export class PredictionReader {
  readonly #rules: PredictionRules;
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** The line that has begun: the cap and room for `\r`. */
  #pending = new Uint8Array(256);
  #pendingBytes = 0;
  #line = 0;
  #anything = false;
  #ended = false;
  #fault: OutputFault | null = null;

  #alertCount = 0;
  readonly #alerted: Uint8Array;
  readonly #scores: Float64Array;
  readonly #roles: Int8Array;
  readonly #findings = new Map<number, ReadonlyMap<string, Float64Array>>();

  constructor(rules: PredictionRules) {
    this.#rules = rules;
    this.#alerted = new Uint8Array(rules.accountCount);
    this.#scores = new Float64Array(rules.accountCount);
    this.#roles = new Int8Array(rules.accountCount).fill(-1);
  }

  /** Takes the next bytes and keeps no reference to them. False once there is a fault: nothing more need be read. */
  push(bytes: Uint8Array): boolean {
    if (bytes.length > 0) this.#anything = true;
    let from = 0;
    while (this.#fault === null && from < bytes.length) {
      const feed = bytes.indexOf(LINE_FEED, from);
      const to = feed < 0 ? bytes.length : feed;
      this.#keep(bytes.subarray(from, to));
      if (feed >= 0 && this.#fault === null) this.#endLine();
      from = to + 1;
    }
    return this.#fault === null;
  }

  /** Ends the output: the predictions, or the first fault. */
  end(): ReadOutcome {
    if (this.#fault === null && this.#pendingBytes > 0) this.#endLine();
    if (this.#fault === null && !this.#ended) {
      this.#fault = this.#anything
        ? { code: "missing-end", expected: `{"end":${this.#alertCount}}` }
        : { code: "no-output", expected: '{"end":0}' };
    }
    if (this.#fault !== null) return { ok: false, fault: this.#fault };
    return {
      ok: true,
      predictions: {
        accountCount: this.#rules.accountCount,
        alertCount: this.#alertCount,
        alerted: this.#alerted,
        scores: this.#scores,
        roles: this.#roles,
        findings: this.#findings,
      },
    };
  }

  #keep(piece: Uint8Array): void {
    const cap = this.#rules.caps.lineBytes;
    const wanted = this.#pendingBytes + piece.length;
    if (wanted > cap + 1) {
      this.#line++;
      this.#fail(new LineFault("line-too-long", undefined, String(cap)));
      return;
    }
    if (wanted > this.#pending.length) {
      const grown = new Uint8Array(Math.min(cap + 1, Math.max(wanted, 2 * this.#pending.length)));
      grown.set(this.#pending.subarray(0, this.#pendingBytes));
      this.#pending = grown;
    }
    this.#pending.set(piece, this.#pendingBytes);
    this.#pendingBytes = wanted;
  }

  #endLine(): void {
    this.#line++;
    const length = this.#pendingBytes;
    const text = length > 0 && this.#pending[length - 1] === CARRIAGE_RETURN ? length - 1 : length;
    this.#pendingBytes = 0;
    try {
      this.#take(this.#decoded(this.#pending.subarray(0, text)));
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      this.#fail(error);
    }
  }

  #decoded(bytes: Uint8Array): string {
    const cap = this.#rules.caps.lineBytes;
    if (bytes.length > cap) throw new LineFault("line-too-long", undefined, String(cap));
    try {
      return this.#utf8.decode(bytes);
    } catch {
      throw new LineFault("not-utf8");
    }
  }

  #take(line: string): void {
    if (this.#ended) throw new LineFault("line-after-end", line);
    const read = readPredictionLine(line, this.#rules);
    if (read.kind === "end") this.#takeEnd(read);
    else this.#takePrediction(read);
  }

  #takeEnd(end: EndLine): void {
    if (end.count !== this.#alertCount) throw new LineFault("wrong-end", end.raw, String(this.#alertCount));
    this.#ended = true;
  }

  #takePrediction(line: PredictionLine): void {
    if (this.#alertCount >= this.#rules.accountCount) {
      throw new LineFault("too-many-lines", undefined, String(this.#rules.accountCount));
    }
    if (this.#alerted[line.account] === 1) throw new LineFault("doubled-account", String(line.account));
    this.#alertCount++;
    this.#alerted[line.account] = 1;
    this.#scores[line.account] = line.score;
    this.#roles[line.account] = line.role;
    if (line.findings !== null) this.#findings.set(line.account, line.findings);
  }

  #fail(fault: LineFault): void {
    this.#pending = new Uint8Array(0);
    this.#pendingBytes = 0;
    this.#fault = {
      code: fault.code,
      line: this.#line,
      ...(fault.found === undefined ? {} : { found: fault.found }),
      ...(fault.expected === undefined ? {} : { expected: fault.expected }),
    };
  }
}
