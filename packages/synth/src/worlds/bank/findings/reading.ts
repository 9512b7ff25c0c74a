/** Finished columns, read as predicates want them: words become small numbers once a batch, times become local. */
import { keyOf, shortWord, shortWordNumber, type TableBatch, type TextValues } from "@vigie/spec";
import { CHANNELS, COUNTERPARTY_KINDS, EVENT_TYPES, STATUSES } from "@vigie/spec/bank";
import { CODES } from "../ground/vocabulary.ts";
import { BOOKING_MEMOS, COMPANION_NOTES } from "../ground/memos.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** The integers of a column. @throws TypeError when the table has no such column. */
export function integers(table: TableBatch, name: string): ArrayLike<number> {
  const column = table.columns[name];
  if (!column || column.kind === "text")
    throw new TypeError(`findings: column ${name}: expected integers, found ${column?.kind ?? "nothing"}`);
  return column.values;
}

/** Integers with −1 for null. */
export function integersOrNone(table: TableBatch, name: string): ArrayLike<number> {
  const column = table.columns[name];
  const values = integers(table, name);
  if (!column || column.kind === "text" || !column.valid) return values;
  const { valid } = column;
  const out = column.kind === "int32" ? new Int32Array(table.rows) : new Float64Array(table.rows);
  for (let row = 0; row < table.rows; row++) out[row] = valid[row] === 1 ? values[row] : -1;
  return out;
}

/** Codes and words of a text column. @throws TypeError when the table has no such column. */
export function texts(table: TableBatch, name: string): TextValues {
  const column = table.columns[name];
  if (column?.kind !== "text") throw new TypeError(`findings: column ${name}: expected text, found ${column?.kind ?? "nothing"}`);
  return column;
}

/** By row, the place of its word in `list`; −1 for another word or none. */
function placesIn(table: TableBatch, name: string, list: readonly string[]): Int32Array {
  const { codes, words } = texts(table, name);
  if (words === list) return codes;
  const place = Int32Array.from(words, (word) => list.indexOf(word));
  const out = new Int32Array(table.rows);
  for (let row = 0; row < table.rows; row++) out[row] = codes[row] < 0 ? -1 : place[codes[row]];
  return out;
}

/** By row, 1 where there is a word that passes. */
function markedWhere(table: TableBatch, name: string, passes: (word: string) => boolean): Uint8Array {
  const { codes, words } = texts(table, name);
  const marks = words.map((word) => (passes(word) ? 1 : 0));
  const out = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) if (codes[row] >= 0) out[row] = marks[codes[row]];
  return out;
}

export type Reading = ReturnType<typeof readTransactions>;

/** What predicates read of the transactions. */
export function readTransactions(table: TableBatch) {
  const time = integers(table, "time");
  const offset = integers(table, "utc_offset_minutes");
  const minute = new Int32Array(table.rows);
  // whole minutes since 1970 fit into 32 bits, in which a remainder costs little
  for (let row = 0; row < table.rows; row++) minute[row] = ((Math.floor(time[row] / MINUTE_MS) | 0) + offset[row]) % DAY_MINUTES;
  const party = texts(table, "counterparty");
  return {
    id: integers(table, "transaction"),
    account: integers(table, "account"),
    time,
    /** Minutes after local midnight. */
    minute,
    credit: placesIn(table, "direction", ["debit", "credit"]),
    amount: integers(table, "amount_cents"),
    channel: placesIn(table, "channel", CHANNELS),
    code: placesIn(table, "code", CODES),
    status: placesIn(table, "status", STATUSES),
    partyKind: placesIn(table, "counterparty_kind", COUNTERPARTY_KINDS),
    party: party.codes,
    /** The number that a counterparty's word is. */
    partyNumber(code: number): number {
      return party.keys ? shortWordNumber(keyOf(party.keys, code)) : Number(party.words[code]);
    },
    /** The text of a counterparty's word. */
    partyText: (code: number) => (party.keys ? shortWord(keyOf(party.keys, code)) : party.words[code]),
    mcc: integersOrNone(table, "mcc"),
    /** 1 where the other side is in another country. */
    abroad: markedWhere(table, "country", (country) => country !== "CA"),
    processor: texts(table, "processor").codes,
    city: texts(table, "city").codes,
    depositor: texts(table, "depositor_token").codes,
    booking: placesIn(table, "memo", BOOKING_MEMOS),
  };
}

export type EventReading = ReturnType<typeof readEvents>;

/** What predicates read of the events. */
export function readEvents(table: TableBatch) {
  return {
    id: integers(table, "event"),
    account: integers(table, "account"),
    type: placesIn(table, "type", EVENT_TYPES),
    device: texts(table, "device_token").codes,
    city: texts(table, "city"),
    value: texts(table, "value_token"),
    companion: placesIn(table, "note", COMPANION_NOTES),
  };
}
