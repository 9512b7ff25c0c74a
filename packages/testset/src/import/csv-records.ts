/**
 * The records of a CSV file, each with the line on which it begins.
 *
 * Theory. A file of gigabytes is read a megabyte at a time and cut into lines here, so that a damaged record can be named
 * by its line and costs no other: parsers that look for the closing quote themselves lose what lies before the next one.
 * Most lines hold no quote and are split; a record with quotes is put together from its lines, and papaparse reads it. A
 * quote that does not close within 64 lines is a fault of the line where it opened; reading goes on with the next line.
 * Lines may end in LF or CRLF; a byte order mark is skipped; bytes that are no UTF-8 are a fault of their record.
 */
import { isUtf8 } from "node:buffer";
import type { Hash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import Papa from "papaparse";

const CHUNK_BYTES = 1 << 20;
const MOST_LINES_OF_A_RECORD = 64;
const LF = 10;

export type RecordFault = "quotes" | "utf8" | "too-long";

/** A record, or what is wrong with it: then `fields` is its raw text. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  readonly fault: RecordFault | null;
}

/** What a reader tells its owner on the way. */
export interface ReadingNotes {
  /** Takes every byte that was read. */
  readonly hash?: Hash;
  /** Share of the file that was read, 0 to 1. */
  readonly onShare?: (share: number) => void;
}

interface Lines {
  readonly lines: readonly string[];
  readonly fault: RecordFault | null;
}

/** Lines as text; a chunk that is not all UTF-8 is looked at line by line. */
function* decoded(bytes: Buffer): Generator<Lines> {
  if (isUtf8(bytes)) {
    yield { lines: bytes.toString("utf8").split("\n"), fault: null };
    return;
  }
  for (let from = 0; from <= bytes.length;) {
    const end = bytes.indexOf(LF, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end);
    yield { lines: [line.toString("utf8")], fault: isUtf8(line) ? null : "utf8" };
    from = end < 0 ? bytes.length + 1 : end + 1;
  }
}

/** Whole lines, some thousands at a time. A line of more than a chunk is a fault, and its rest is skipped. */
function* wholeLines(fd: number, size: number, { hash, onShare }: ReadingNotes): Generator<Lines> {
  let kept = Buffer.alloc(0);
  let skipping = false;
  for (let done = 0; ;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const got = readSync(fd, chunk, 0, CHUNK_BYTES, null);
    if (got === 0) break;
    done += got;
    const read = chunk.subarray(0, got);
    hash?.update(read);
    onShare?.(Math.min(1, done / Math.max(1, size)));
    const last = read.lastIndexOf(LF);
    if (last < 0) {
      if (skipping) continue;
      kept = Buffer.concat([kept, read]);
      if (kept.length <= CHUNK_BYTES) continue;
      yield { lines: [kept.toString("utf8", 0, 80)], fault: "too-long" };
      [kept, skipping] = [Buffer.alloc(0), true];
      continue;
    }
    const start = skipping ? read.indexOf(LF) + 1 : 0;
    skipping = false;
    if (last >= start) yield* decoded(Buffer.concat([kept, read.subarray(start, last)]));
    kept = Buffer.from(read.subarray(last + 1));
  }
  if (kept.length > 0) yield* decoded(kept);
}

/** True where the text ends within quotes: they open at the start of a field alone, and two of them within stand for one. */
function endsWithinQuotes(text: string, delimiter: string): boolean {
  let within = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '"') continue;
    if (!within) within = i === 0 || text[i - 1] === delimiter;
    else if (text[i + 1] === '"') i++;
    else within = false;
  }
  return within;
}

function quoted(text: string, line: number, delimiter: string): CsvRecord {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\n" });
  if (errors.length > 0 || data.length !== 1) return { line, fields: [text], fault: "quotes" };
  return { line, fields: data[0], fault: null };
}

/** Puts records together from lines. */
class Assembler {
  readonly #delimiter: string;
  #open: string[] = [];
  #line = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  *take(raw: string, fault: RecordFault | null): Generator<CsvRecord> {
    const text = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    this.#line++;
    if (fault !== null) {
      yield* this.giveUp();
      yield { line: this.#line, fields: [text], fault };
    } else if (this.#open.length > 0) {
      yield* this.#goOn(text);
    } else if (!text.includes('"')) {
      if (text !== "") yield { line: this.#line, fields: text.split(this.#delimiter), fault: null };
    } else if (endsWithinQuotes(text, this.#delimiter)) {
      this.#open.push(text);
    } else {
      yield quoted(text, this.#line, this.#delimiter);
    }
  }

  *#goOn(text: string): Generator<CsvRecord> {
    this.#open.push(text);
    const whole = this.#open.join("\n");
    if (text.includes('"') && !endsWithinQuotes(whole, this.#delimiter)) {
      const first = this.#line - this.#open.length + 1;
      this.#open = [];
      yield quoted(whole, first, this.#delimiter);
    } else if (this.#open.length >= MOST_LINES_OF_A_RECORD) {
      yield* this.giveUp();
    }
  }

  /** The quote that is open never closes: its line is a fault, and the lines after it are read again. */
  *giveUp(): Generator<CsvRecord> {
    const [first, ...rest] = this.#open;
    if (first === undefined) return;
    const after = this.#line;
    this.#line = after - rest.length;
    this.#open = [];
    yield { line: this.#line, fields: [first], fault: "quotes" };
    for (const text of rest) yield* this.take(text, null);
    this.#line = after;
  }
}

/**
 * The records of a file, the header first. Empty lines are none.
 * @throws what the file system throws.
 */
export function* csvRecords(file: string, delimiter: string, notes: ReadingNotes = {}): Generator<CsvRecord> {
  const fd = openSync(file, "r");
  try {
    const assembler = new Assembler(delimiter);
    let first = true;
    for (const { lines, fault } of wholeLines(fd, fstatSync(fd).size, notes)) {
      for (const line of lines) {
        const text = first && line.startsWith("\ufeff") ? line.slice(1) : line;
        first = false;
        yield* assembler.take(text, fault);
      }
    }
    yield* assembler.giveUp();
  } finally {
    closeSync(fd);
  }
}
