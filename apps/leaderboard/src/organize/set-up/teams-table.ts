/** What was read of a list of teams: each wrong row with what is wrong under it, right ones folded to a line. */
import { listed } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { View } from "../../render.ts";
import { say } from "../../say.ts";
import type { Fault } from "../fault.ts";
import type { ReadTeams, TeamColumn } from "../teams-csv.ts";

const COLUMNS: readonly TeamColumn[] = ["name", "key", "language", "division", "outOfCompetition"];

interface Wrong {
  readonly line: number;
  readonly column: string;
  readonly fault: Fault;
}

function wrongLines(faults: readonly Fault[]): Wrong[] {
  return faults.flatMap((fault) => {
    const [, line, column] = /^teams\/(\d+)\/(\w+)$/.exec(fault.at) ?? [];
    return line === undefined ? [] : [{ line: Number(line), column, fault }];
  });
}

function folded(lang: Language, rows: readonly number[]): string {
  const [from, to] = [rows[0], rows[rows.length - 1]];
  return say(lang, "csv.right", { count: rows.length, from, to, row: from });
}

/** The rows of a list that holds faults. */
function rowsOf(
  lang: Language,
  { lines, faults: raw }: ReadTeams,
  wrong: readonly Wrong[],
  columns: readonly TeamColumn[],
): View[] {
  const views: View[] = [];
  let right: number[] = [];
  const fold = (): void => {
    if (right.length > 0) views.push({ gap: folded(lang, right) });
    right = [];
  };
  lines.forEach(({ row, line }, i) => {
    const own = wrong.filter((one) => one.line === i);
    if (own.length === 0) return void right.push(row);
    fold();
    const cells = columns.map((column) => {
      const unread = raw.find((fault) => fault.row === row && fault.column === column)?.found;
      const text = unread ?? (column === "outOfCompetition" ? "" : (line[column] ?? ""));
      return { text, wrong: own.some((one) => one.column === column) };
    });
    views.push({ row, cells, faults: own.map(({ fault }) => fault.words(lang)) });
  });
  fold();
  return views;
}

/** How a file was read, in words. */
export function readAs(lang: Language, { delimiter, encoding, unknownColumns }: ReadTeams): View {
  const signs = { ";": "semicolons", ",": "commas", "\t": "tabs" } as const;
  const names = listed(
    lang,
    unknownColumns.map((name) => `“${name}”`.replace(/“(.*)”/, lang === "fr" ? "«\u00a0$1\u00a0»" : "“$1”")),
    "conjunction",
  );
  return {
    as:
      delimiter === null
        ? null
        : say(lang, `csv.${signs[delimiter]}`, { encoding: encoding === "utf-8" ? "UTF-8" : "Windows-1252" }),
    unknown: unknownColumns.length === 0 ? null : say(lang, "csv.unknown", { count: unknownColumns.length, names }),
  };
}

/** Null where there is nothing to show. */
export function teamsTable(lang: Language, read: ReadTeams | null, faults: readonly Fault[]): View | null {
  const wrong = wrongLines(faults);
  if (read === null || wrong.length === 0) return null;
  const used = COLUMNS.filter(
    (column) =>
      column === "name" ||
      read.lines.some(({ line }) => line[column] !== undefined) ||
      wrong.some((one) => one.column === column),
  );
  const lines = new Set(wrong.map(({ line }) => line)).size;
  return {
    lead: say(lang, "csv.wrong", { count: lines, teams: read.lines.length }),
    columns: used.map((column) => say(lang, `csv.column.${column}`)),
    width: used.length + 1,
    rows: rowsOf(lang, read, wrong, used),
    ...readAs(lang, read),
  };
}
