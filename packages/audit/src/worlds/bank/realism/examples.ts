/**
 * Accounts to look at, one for each typology and each look-alike group.
 *
 * Nobody picks them: in a typology it is the member with the median number of planted rows, in a group the lawful member
 * with the median number of rows that show an indicator, among those who show any; the lowest account number breaks ties.
 */
import { join } from "node:path";
import type { Role } from "@vigie/sdk";
import type { ExampleAccount, ExampleNote, ExampleRow } from "@vigie/report/bank";
import { TableReader } from "@vigie/spec";
import { tableWindows } from "@vigie/testset";
import type { ShownRow } from "../labels.ts";
import type { BankTruth } from "./bank-truth.ts";
import { inputTable } from "./walk.ts";

const MOST_NOTES = 8;
const DAY_MS = 86_400_000;

interface Choice {
  readonly kind: "typology" | "group";
  readonly of: string;
  readonly account: number;
  readonly role: Role | null;
}

interface Counted {
  readonly account: number;
  readonly rows: number;
}

function median(counted: readonly Counted[]): number | null {
  const shown = counted.filter(({ rows }) => rows > 0).sort((a, b) => a.rows - b.rows || a.account - b.account);
  return shown[Math.floor((shown.length - 1) / 2)]?.account ?? null;
}

function rowCounts(truth: BankTruth, accountCount: number): { readonly planted: Int32Array; readonly shown: Int32Array } {
  const planted = new Int32Array(accountCount);
  const shown = new Int32Array(accountCount);
  truth.eachFinding((account, row) => {
    shown[account]++;
    if (row.planted) planted[account]++;
  });
  return { planted, shown };
}

/** Which accounts are shown, and why. */
export function chooseExamples(truth: BankTruth, accountCount: number): Choice[] {
  const { planted, shown } = rowCounts(truth, accountCount);
  const typologies = [...new Set(truth.members.map(({ typology }) => typology))].sort();
  const rings = typologies.flatMap((of): Choice[] => {
    const members = truth.members.filter(({ typology }) => typology === of);
    const account = median(members.map((member) => ({ account: member.account, rows: planted[member.account] })));
    const role = members.find((member) => member.account === account)?.role ?? null;
    return account === null ? [] : [{ kind: "typology", of, account, role }];
  });
  const groups = [...truth.groups].flatMap(([of, members]): Choice[] => {
    const account = median(members.map((member) => ({ account: member, rows: shown[member] })));
    return account === null ? [] : [{ kind: "group", of, account, role: null }];
  });
  return [...rings, ...groups];
}

interface Filling {
  readonly rows: ExampleRow[];
  readonly notes: ExampleNote[];
}

/** By account and id of the row: what it shows. */
function shownRows(truth: BankTruth, wanted: ReadonlySet<number>): Map<number, Map<number, ShownRow[]>> {
  const found = new Map<number, Map<number, ShownRow[]>>();
  truth.eachFinding((account, row) => {
    if (!wanted.has(account)) return;
    const own = found.get(account) ?? new Map<number, ShownRow[]>();
    found.set(account, own);
    own.set(row.evidence, [...(own.get(row.evidence) ?? []), row]);
  });
  return found;
}

/** Text of a row, by its column. */
function texts(table: TableReader, column: string): (at: number) => string | null {
  const { codes, words } = table.optionalText(column);
  return (at) => (codes[at] < 0 ? null : words[codes[at]]);
}

const ROW_NUMBERS = ["account", "transaction", "time", "utc_offset_minutes", "amount_cents"];
const ROW_TEXTS = ["status", "direction", "channel", "counterparty_kind", "counterparty", "counterparty_name", "memo"];
const EVENT_NUMBERS = ["account", "event", "time"];
const EVENT_TEXTS = ["type", "city", "note"];

/** Evenly spread ones of a list, at most so many, in its order. */
export function spreadOut<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * (list.length - 1)) / (most - 1))]);
}

function dayOf(time: number, offsetMinutes: number, firstDay: number): number {
  return Math.floor((time + offsetMinutes * 60_000) / DAY_MS) - firstDay;
}

/** What fills the chosen accounts' rows in. */
interface Filler {
  readonly found: ReadonlyMap<number, Filling>;
  readonly shown: ReadonlyMap<number, ReadonlyMap<number, readonly ShownRow[]>>;
  readonly firstDay: number;
  /** By number. */
  readonly merchants: readonly string[];
}

const indicatorsOf = (marks: readonly ShownRow[]): string[] => [...new Set(marks.map(({ indicator }) => indicator))];

function addTransactions(table: TableReader, { found, shown, firstDay, merchants }: Filler): void {
  const [owner, id, time, offset, cents] = ROW_NUMBERS.map((column) => table.numbers(column));
  const [status, direction, channel, kind, party, name, memo] = ROW_TEXTS.map((column) => texts(table, column));
  for (let at = 0; at < table.rows; at++) {
    const filling = found.get(owner[at]);
    if (filling === undefined || status(at) !== "posted") continue;
    const marks = shown.get(owner[at])?.get(id[at]) ?? [];
    addRow(filling, marks, {
      day: dayOf(time[at], offset[at], firstDay),
      cents: cents[at],
      credit: direction(at) === "credit",
      channel: channel(at) ?? "",
      party: kind(at) === "merchant" ? (merchants[Number(party(at))] ?? null) : name(at),
      memo: memo(at),
      indicators: indicatorsOf(marks),
    });
  }
}

/** Reads the chosen accounts' rows. @param firstDay the world's first local day. */
export function readExamples(folder: string, truth: BankTruth, accounts: TableReader, firstDay: number): ExampleAccount[] {
  const choices = chooseExamples(truth, accounts.rows);
  const wanted = new Set(choices.map(({ account }) => account));
  const found = new Map<number, Filling>([...wanted].map((account) => [account, { rows: [], notes: [] }]));
  const merchants = inputTable(folder, "merchants", ["name"]).wordsOf("name");
  const filler: Filler = { found, shown: shownRows(truth, wanted), firstDay, merchants };
  const inputs = join(folder, "inputs");
  for (const window of tableWindows(inputs, "transactions", [...ROW_NUMBERS, ...ROW_TEXTS])) {
    addTransactions(new TableReader(window, "transactions"), filler);
  }
  for (const window of tableWindows(inputs, "events", [...EVENT_NUMBERS, ...EVENT_TEXTS])) {
    addEvents(new TableReader(window, "events"), filler);
  }
  return choices.map((choice) => described(choice, found.get(choice.account), accounts));
}

function addRow({ rows, notes }: Filling, marks: readonly ShownRow[], note: ExampleNote): void {
  const planted = marks.some((mark) => mark.planted);
  rows.push({ day: note.day, cents: note.cents, credit: note.credit, planted, shows: marks.length > 0 });
  if (marks.length > 0) notes.push(note);
}

function addEvents(table: TableReader, { found, shown, firstDay }: Filler): void {
  const [owner, id, time] = EVENT_NUMBERS.map((column) => table.numbers(column));
  const [type, city, note] = EVENT_TEXTS.map((column) => texts(table, column));
  for (let at = 0; at < table.rows; at++) {
    const filling = found.get(owner[at]);
    const marks = filling === undefined ? undefined : shown.get(owner[at])?.get(id[at]);
    if (filling === undefined || marks === undefined) continue;
    addRow(filling, marks, {
      day: dayOf(time[at], -300, firstDay),
      cents: 0,
      credit: false,
      channel: type(at) ?? "",
      party: city(at),
      memo: note(at),
      indicators: indicatorsOf(marks),
    });
  }
}

function described(choice: Choice, filling: Filling | undefined, accounts: TableReader): ExampleAccount {
  const notes = [...(filling?.notes ?? [])].sort((a, b) => a.day - b.day);
  const [occupation, business, city] = ["occupation", "business_type", "home_city"].map((column) => texts(accounts, column));
  return {
    ...choice,
    occupation: occupation(choice.account) ?? business(choice.account),
    city: city(choice.account) ?? "",
    rows: filling?.rows ?? [],
    notes: spreadOut(notes, MOST_NOTES),
  };
}
