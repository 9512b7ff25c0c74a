/**
 * Reads a run's output as it streams.
 *
 * What comes is hostile: any bytes, in chunks cut anywhere. Lines are cut at the byte 0x0A, which stands in no other
 * UTF-8 sequence, and only then decoded; at most one line (up to the cap) is ever held. The first fault ends the
 * reading: what comes after it is thrown away unread. `\r\n` is tolerated; a byte order mark and empty lines are not.
 * What a line holds is for its kind to say; here it is a JSON object, and the last one counts those before it.
 */
import type { ChallengeSpec, OutputFault } from "@vigie/spec";
import type { OpenScoring, OutputReader, Scorable } from "./kinds/kind-scoring.ts";
import { LineFault } from "./line-fault.ts";
import { readMembers, refuseOtherKeys, required, wholeNumber, type Members } from "./line-values.ts";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export interface OutputSource {
  readonly challenge: Pick<ChallengeSpec, "caps">;
  readonly scoring: Pick<OpenScoring, "reader">;
  /** The day on which a line comes, where data come a day at a time. */
  readonly day?: () => number;
}

export type ReadOutcome =
  { readonly ok: true; readonly scorable: Scorable } | { readonly ok: false; readonly fault: OutputFault };

export class OutputStream {
  readonly #lineBytes: number;
  readonly #reader: OutputReader;
  readonly #day: () => number | null;
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** The line that has begun: the cap and room for `\r`. */
  readonly #pending: Uint8Array;
  #pendingBytes = 0;
  #line = 0;
  /** Lines before the end line. */
  #count = 0;
  #anything = false;
  #ended = false;
  #fault: OutputFault | null = null;

  constructor({ challenge, scoring, day }: OutputSource) {
    this.#lineBytes = challenge.caps.lineBytes;
    this.#pending = new Uint8Array(this.#lineBytes + 1);
    this.#reader = scoring.reader();
    this.#day = day ?? (() => null);
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

  /** Ends the output: what can be scored, or the first fault. */
  end(): ReadOutcome {
    if (this.#fault === null && this.#pendingBytes > 0) this.#endLine();
    if (this.#fault === null && !this.#ended) {
      this.#fault = this.#anything
        ? { code: "missing-end", expected: `{"end":${this.#count}}` }
        : { code: "no-output", expected: '{"end":0}' };
    }
    return this.#fault === null ? { ok: true, scorable: this.#reader.end() } : { ok: false, fault: this.#fault };
  }

  #keep(piece: Uint8Array): void {
    if (this.#pendingBytes + piece.length > this.#pending.length) {
      this.#line++;
      this.#fail(this.#tooLong());
      return;
    }
    this.#pending.set(piece, this.#pendingBytes);
    this.#pendingBytes += piece.length;
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

  #tooLong(): LineFault {
    return new LineFault("line-too-long", undefined, String(this.#lineBytes));
  }

  #decoded(bytes: Uint8Array): string {
    if (bytes.length > this.#lineBytes) throw this.#tooLong();
    try {
      return this.#utf8.decode(bytes);
    } catch {
      throw new LineFault("not-utf8");
    }
  }

  #take(line: string): void {
    if (this.#ended) throw new LineFault("line-after-end", line);
    const members = readMembers(line);
    if (members.has("end") && !this.#reader.required.some((key) => members.has(key))) this.#takeEnd(members);
    else {
      this.#reader.line(members, this.#day());
      this.#count++;
    }
  }

  #takeEnd(members: Members): void {
    refuseOtherKeys(members, ["end"]);
    const end = required(members, "end");
    const count = end.kind === "number" ? wholeNumber(end) : null;
    if (count !== this.#count) throw new LineFault("wrong-end", end.raw, String(this.#count));
    this.#ended = true;
  }

  #fail({ code, found, expected }: LineFault): void {
    this.#fault = {
      code,
      line: this.#line,
      ...(found === undefined ? {} : { found }),
      ...(expected === undefined ? {} : { expected }),
    };
  }
}
