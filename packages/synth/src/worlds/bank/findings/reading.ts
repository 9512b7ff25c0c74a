/** Finished columns, read as predicates want them: words become small numbers once a batch, times become local. */
import { keyOf, shortWord, shortWordNumber, TableReader, type TableBatch } from "@vigie/spec";
import { CHANNELS, COUNTERPARTY_KINDS, EVENT_TYPES, STATUSES } from "@vigie/spec/bank";
import { CODES } from "../ground/vocabulary.ts";
import { BOOKING_MEMOS, COMPANION_NOTES } from "../ground/memos.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const DEBIT_OR_CREDIT = ["debit", "credit"];

/** Integers of a column, with −1 where there is none. */
export function integersOrNone(table: TableReader, name: string): ArrayLike<number> {
  const { values, valid } = table.optionalNumbers(name);
  if (valid === undefined) return values;
  const out = values.slice();
  for (let row = 0; row < table.rows; row++) if (valid[row] !== 1) out[row] = -1;
  return out;
}

/** By words: where each of them is in a list. A world's blocks share their words, and asking anew took long. */
const known = new WeakMap<readonly string[], Map<readonly string[], Int32Array>>();

function placesOf(words: readonly string[], list: readonly string[]): Int32Array {
  const ofWords = known.get(words) ?? new Map<readonly string[], Int32Array>();
  const before = ofWords.get(list);
  if (before?.length === words.length) return before;
  const places = Int32Array.from(words, (word) => list.indexOf(word));
  known.set(words, ofWords.set(list, places));
  return places;
}

/** By row, the place of its word in `list`; −1 for another word or none. */
function placesIn(table: TableReader, name: string, list: readonly string[]): Int32Array {
  const { codes, words } = table.optionalText(name);
  if (words === list) return codes;
  const place = placesOf(words, list);
  const out = new Int32Array(table.rows);
  for (let row = 0; row < table.rows; row++) out[row] = codes[row] < 0 ? -1 : place[codes[row]];
  return out;
}

/** By row, 1 where there is a word that passes. */
function markedWhere(table: TableReader, name: string, passes: (word: string) => boolean): Uint8Array {
  const { codes, words } = table.optionalText(name);
  const marks = Uint8Array.from(words, (word) => (passes(word) ? 1 : 0));
  const out = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) if (codes[row] >= 0) out[row] = marks[codes[row]];
  return out;
}

export type Reading = ReturnType<typeof readTransactions>;

/** What predicates read of the transactions. */
export function readTransactions(batch: TableBatch) {
  const table = new TableReader(batch, "transactions");
  const time = table.numbers("time");
  const offset = table.numbers("utc_offset_minutes");
  const minute = new Int32Array(table.rows);
  // whole minutes since 1970 fit into 32 bits, in which a remainder costs little
  for (let row = 0; row < table.rows; row++) minute[row] = ((Math.floor(time[row] / MINUTE_MS) | 0) + offset[row]) % DAY_MINUTES;
  const party = table.optionalText("counterparty");
  return {
    id: table.numbers("transaction"),
    account: table.numbers("account"),
    time,
    /** Minutes after local midnight. */
    minute,
    credit: placesIn(table, "direction", DEBIT_OR_CREDIT),
    amount: table.numbers("amount_cents"),
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
    processor: table.optionalText("processor").codes,
    city: table.optionalText("city").codes,
    depositor: table.optionalText("depositor_token").codes,
    booking: placesIn(table, "memo", BOOKING_MEMOS),
  };
}

export type EventReading = ReturnType<typeof readEvents>;

/** What predicates read of the events. */
export function readEvents(batch: TableBatch) {
  const table = new TableReader(batch, "events");
  return {
    id: table.numbers("event"),
    account: table.numbers("account"),
    type: placesIn(table, "type", EVENT_TYPES),
    device: table.optionalText("device_token").codes,
    city: table.optionalText("city"),
    value: table.optionalText("value_token"),
    companion: placesIn(table, "note", COMPANION_NOTES),
  };
}
