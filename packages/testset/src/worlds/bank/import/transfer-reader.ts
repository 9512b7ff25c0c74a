/** One record of the source becomes one transfer, or a bad row that says what was expected where. */
import type { ImportMap, ImportSide, TransferKind } from "@vigie/spec/bank";
import { badRecord, type BadRow, type BadRowKind } from "../../../import/bad-rows.ts";
import type { CsvRecord } from "../../../import/csv-records.ts";
import { NAME_GLUE, type Header } from "../../../import/header.ts";
import { cents } from "../../../import/read-money.ts";
import { stepTime, textTime, type TimeReader } from "../../../import/read-time.ts";

/** One side of a transfer. `balanceCents` is NaN where the source does not say. */
export interface TransferSide {
  readonly account: string;
  readonly institution: string | null;
  readonly outside: boolean;
  readonly amountCents: number;
  readonly balanceCents: number;
}

export interface Transfer {
  readonly timeMs: number;
  readonly payer: TransferSide;
  readonly payee: TransferSide;
  /** Place in {@link TransferReader.kinds}. */
  readonly kind: number;
  readonly illicit: boolean;
  readonly ring: string | null;
  readonly typology: string | null;
}

/** Thrown and caught within this module: the record cannot be used. */
class Unusable extends Error {
  readonly kind: BadRowKind;
  readonly column: string | null;
  readonly expected: string;

  constructor(kind: BadRowKind, column: string | null, expected: string, found: string) {
    super(found);
    this.kind = kind;
    this.column = column;
    this.expected = expected;
  }
}

type FieldOf<T> = (fields: readonly string[]) => T;

function timeField({ time }: ImportMap, header: Header): FieldOf<number> {
  const columns = "format" in time ? time.columns : [time.step];
  const read: TimeReader = "format" in time ? textTime(time.format) : stepTime(time.minutes, time.from);
  const expected = "format" in time ? time.format : "0, 1, 2…";
  const places = columns.map((column) => header.place(column));
  return (fields) => {
    const text = places.map((place) => fields[place].trim()).join(" ");
    const ms = read(text);
    if (ms === null) throw new Unusable("time", columns.join(" + "), expected, text);
    return ms;
  };
}

function rateField(map: ImportMap, side: ImportSide, header: Header): FieldOf<number> {
  const { currency } = side;
  if (currency === undefined) return () => 1;
  const place = header.place(currency);
  const rates = new Map(Object.entries(map.currencies ?? {}));
  return (fields) => {
    const word = fields[place].trim();
    const rate = rates.get(word);
    if (rate === undefined) throw new Unusable("currency", currency, [...rates.keys()].join(", "), word);
    return rate;
  };
}

function amountField(side: ImportSide, header: Header): (fields: readonly string[], rate: number) => number {
  const { amount } = side;
  const place = header.place(amount);
  return (fields, rate) => {
    const text = fields[place].trim();
    const value = cents(text, rate);
    if (value === null) throw new Unusable("amount", amount, "0.00", text);
    if (value < 0) throw new Unusable("negative-amount", amount, "0.01", text);
    if (value === 0) throw new Unusable("zero-amount", amount, "0.01", text);
    return value;
  };
}

function balanceField(side: ImportSide, header: Header): (fields: readonly string[], rate: number) => number {
  const { balanceAfter } = side;
  if (balanceAfter === undefined) return () => NaN;
  const place = header.place(balanceAfter);
  return (fields, rate) => {
    const text = fields[place].trim();
    const value = cents(text, rate);
    if (value === null) throw new Unusable("balance", balanceAfter, "0.00", text);
    return value;
  };
}

/** The account's name: its columns, none of them empty. */
export function nameField(columns: readonly string[], header: Header): FieldOf<string> {
  const places = columns.map((column) => header.place(column));
  return (fields) => {
    let name = "";
    for (let i = 0; i < places.length; i++) {
      const part = fields[places[i]].trim();
      if (part === "") throw new Unusable("account", columns[i], "", part);
      name = i === 0 ? part : `${name}${NAME_GLUE}${part}`;
    }
    return name;
  };
}

function sideField(map: ImportMap, side: ImportSide, header: Header): FieldOf<TransferSide> {
  const name = nameField(side.account, header);
  const rateOf = rateField(map, side, header);
  const amountOf = amountField(side, header);
  const balanceOf = balanceField(side, header);
  const institution = header.optional(side.institution);
  const prefixes = side.outsidePrefixes ?? [];
  return (fields) => {
    const account = name(fields);
    const rate = rateOf(fields);
    return {
      account,
      institution: institution === null ? null : fields[institution].trim() || null,
      outside: prefixes.some((prefix) => account.startsWith(prefix)),
      amountCents: amountOf(fields, rate),
      balanceCents: balanceOf(fields, rate),
    };
  };
}

function kindField({ kind }: ImportMap, header: Header): { kinds: readonly TransferKind[]; read: FieldOf<number> } {
  if (!("words" in kind)) return { kinds: [kind], read: () => 0 };
  const words = Object.keys(kind.words);
  const place = header.place(kind.column);
  const numbers = new Map(words.map((word, number) => [word, number]));
  const read = (fields: readonly string[]): number => {
    const word = fields[place].trim();
    const number = numbers.get(word);
    if (number === undefined) throw new Unusable("kind", kind.column, words.join(", "), word);
    return number;
  };
  return { kinds: Object.values(kind.words), read };
}

function illicitField({ illicit }: ImportMap, header: Header): FieldOf<boolean> {
  const place = header.place(illicit.column);
  return (fields) => {
    const word = fields[place].trim();
    if (illicit.yes.includes(word)) return true;
    if (illicit.no.includes(word)) return false;
    throw new Unusable("illicit", illicit.column, [...illicit.yes, ...illicit.no].join(", "), word);
  };
}

function wordField(column: string | undefined, none: readonly string[], header: Header): FieldOf<string | null> {
  const place = header.optional(column);
  if (place === null) return () => null;
  return (fields) => {
    const word = fields[place].trim();
    return word === "" || none.includes(word) ? null : word;
  };
}

/** Reads the records of one file by a map. */
export class TransferReader {
  readonly kinds: readonly TransferKind[];
  #file: string;
  readonly #read: FieldOf<Transfer>;
  readonly #length: number;

  /** @throws SpecError `bad-header` where a column of the map is not there; RangeError for a format of time without a day. */
  constructor(map: ImportMap, file: string, header: Header) {
    this.#file = file;
    this.#length = header.length;
    const time = timeField(map, header);
    const [from, to] = [sideField(map, map.from, header), sideField(map, map.to, header)];
    const { kinds, read: kindOf } = kindField(map, header);
    const illicit = illicitField(map, header);
    const ring = wordField(map.ring?.column, map.ring?.none ?? [], header);
    const typology = wordField(map.typology, [], header);
    this.kinds = kinds;
    header.refuse();
    this.#read = (fields) => {
      const timeMs = time(fields);
      const sides = [from(fields), to(fields)] as const;
      const kind = kindOf(fields);
      const [payer, payee] = kinds[kind].backwards === true ? [sides[1], sides[0]] : sides;
      return { timeMs, payer, payee, kind, illicit: illicit(fields), ring: ring(fields), typology: typology(fields) };
    };
  }

  /** Names another file of the same layout, without a header of its own, in what is refused from here on. */
  forFile(file: string): this {
    this.#file = file;
    return this;
  }

  /** The transfer, or why there is none. */
  read(record: CsvRecord): Transfer | BadRow {
    const bad = badRecord(record, this.#length, this.#file);
    if (bad !== null) return bad;
    try {
      return this.#read(record.fields);
    } catch (cause) {
      if (!(cause instanceof Unusable)) throw cause;
      const { column, kind, expected, message } = cause;
      return { file: this.#file, line: record.line, column, kind, expected, found: message };
    }
  }
}

export function isBad(row: Transfer | BadRow): row is BadRow {
  return "line" in row;
}
