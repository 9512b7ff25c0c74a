/**
 * Accounts to look at, one for each typology and each look-alike group.
 *
 * Nobody picks them: in a typology it is the member with the median number of planted rows, in a group the lawful member
 * with the median number of rows that show an indicator, among those who show any; the lowest account number breaks ties.
 */
import { join } from "node:path";
import type { Role } from "@vigie/sdk";
import { type ExampleAccount, type ExampleNote, type ExampleRow } from "@vigie/report";
import { shortNames } from "./short-names.ts";
import { tableWindows, type TableWindow } from "@vigie/testset";
import { numbersOf, textOf } from "./walk.ts";
import type { ShownRow, Truth } from "./truth.ts";
import type { TableBatch } from "@vigie/spec";

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

function rowCounts(truth: Truth, accountCount: number): { readonly planted: Int32Array; readonly shown: Int32Array } {
  const planted = new Int32Array(accountCount);
  const shown = new Int32Array(accountCount);
  truth.eachFinding((account, row) => {
    shown[account]++;
    if (row.planted) planted[account]++;
  });
  return { planted, shown };
}

/** Which accounts are shown, and why. */
export function chooseExamples(truth: Truth, accountCount: number): Choice[] {
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
function shownRows(truth: Truth, wanted: ReadonlySet<number>): Map<number, Map<number, ShownRow[]>> {
  const found = new Map<number, Map<number, ShownRow[]>>();
  truth.eachFinding((account, row) => {
    if (!wanted.has(account)) return;
    const own = found.get(account) ?? new Map<number, ShownRow[]>();
    found.set(account, own);
    own.set(row.evidence, [...(own.get(row.evidence) ?? []), row]);
  });
  return found;
}

function textAt(window: TableWindow | TableBatch, name: string, at: number): string | null {
  const { codes, words } = textOf(window, name);
  return codes[at] < 0 ? null : words[codes[at]];
}

const TRANSACTION_COLUMNS = [
  "transaction",
  "account",
  "time",
  "utc_offset_minutes",
  "direction",
  "amount_cents",
  "channel",
  "status",
  "counterparty_name",
  "counterparty",
  "counterparty_kind",
  "memo",
];

/** Evenly spread ones of a list, at most so many, in its order. */
export function spreadOut<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * (list.length - 1)) / (most - 1))]);
}

function dayOf(time: number, offsetMinutes: number, firstDay: number): number {
  return Math.floor((time + offsetMinutes * 60_000) / DAY_MS) - firstDay;
}

/** Reads the chosen accounts' rows. @param firstDay the world's first local day. */
export function readExamples(folder: string, truth: Truth, accounts: TableBatch, firstDay: number): ExampleAccount[] {
  const choices = chooseExamples(truth, accounts.rows);
  const wanted = new Set(choices.map(({ account }) => account));
  const shown = shownRows(truth, wanted);
  const merchantName = shortNames(folder);
  const found = new Map<number, Filling>([...wanted].map((account) => [account, { rows: [], notes: [] }]));
  const inputs = join(folder, "inputs");
  for (const window of tableWindows(inputs, "transactions", TRANSACTION_COLUMNS)) {
    const owner = numbersOf(window, "account");
    for (let at = 0; at < window.rows; at++) {
      const filling = found.get(owner[at]);
      if (filling === undefined || textAt(window, "status", at) !== "posted") continue;
      const marks = shown.get(owner[at])?.get(numbersOf(window, "transaction")[at]) ?? [];
      const day = dayOf(numbersOf(window, "time")[at], numbersOf(window, "utc_offset_minutes")[at], firstDay);
      addRow(filling, marks, {
        day,
        cents: numbersOf(window, "amount_cents")[at],
        credit: textAt(window, "direction", at) === "credit",
        channel: textAt(window, "channel", at) ?? "",
        party:
          textAt(window, "counterparty_kind", at) === "merchant"
            ? merchantName(Number(textAt(window, "counterparty", at)))
            : textAt(window, "counterparty_name", at),
        memo: textAt(window, "memo", at),
        indicators: [...new Set(marks.map(({ indicator }) => indicator))],
      });
    }
  }
  addEvents(inputs, found, shown, firstDay);
  return choices.map((choice) => described(choice, found.get(choice.account), accounts));
}

function addRow({ rows, notes }: Filling, marks: readonly ShownRow[], note: ExampleNote): void {
  const planted = marks.some((mark) => mark.planted);
  rows.push({ day: note.day, cents: note.cents, credit: note.credit, planted, shows: marks.length > 0 });
  if (marks.length > 0) notes.push(note);
}

function addEvents(
  inputs: string,
  found: ReadonlyMap<number, Filling>,
  shown: ReadonlyMap<number, ReadonlyMap<number, readonly ShownRow[]>>,
  firstDay: number,
): void {
  for (const window of tableWindows(inputs, "events", ["event", "account", "time", "type", "city", "note"])) {
    const owner = numbersOf(window, "account");
    for (let at = 0; at < window.rows; at++) {
      const filling = found.get(owner[at]);
      const marks = filling === undefined ? undefined : shown.get(owner[at])?.get(numbersOf(window, "event")[at]);
      if (filling === undefined || marks === undefined) continue;
      addRow(filling, marks, {
        day: dayOf(numbersOf(window, "time")[at], -300, firstDay),
        cents: 0,
        credit: false,
        channel: textAt(window, "type", at) ?? "",
        party: textAt(window, "city", at),
        memo: textAt(window, "note", at),
        indicators: [...new Set(marks.map(({ indicator }) => indicator))],
      });
    }
  }
}

function described(choice: Choice, filling: Filling | undefined, accounts: TableBatch): ExampleAccount {
  const notes = [...(filling?.notes ?? [])].sort((a, b) => a.day - b.day);
  return {
    ...choice,
    occupation: textAt(accounts, "occupation", choice.account) ?? textAt(accounts, "business_type", choice.account),
    city: textAt(accounts, "home_city", choice.account) ?? "",
    rows: filling?.rows ?? [],
    notes: spreadOut(notes, MOST_NOTES),
  };
}
