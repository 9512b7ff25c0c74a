/**
 * A list of teams as organizers have it: a file that a spreadsheet wrote, in English or French, or names that were pasted.
 *
 * Spreadsheets in Canada write UTF-8 with a mark in front of it or Windows-1252, and semicolons, commas or tabs. Columns are known by their
 * names; one that is not known is named and never kept. What is wrong is told by the row of the file, and then nothing is taken.
 */
import Papa from "papaparse";
import { LANGUAGES, type Language } from "@vigie/spec";
import { MOST_TEAMS, type TeamLine } from "@vigie/spec/event";

export type TeamColumn = "name" | "key" | "language" | "division" | "outOfCompetition";

/** What is wrong with one row, before anybody asks whether its name is free. */
export interface RowFault {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly code: "no-name" | "unknown-language" | "unknown-answer" | "too-long" | "more-columns";
  readonly column: TeamColumn;
  readonly found: string;
}

/** What keeps a file from being read at all. */
export type FileFault = "empty" | "no-team-column" | "not-text" | "open-quote" | "too-many";

export interface ReadTeams {
  readonly lines: readonly { readonly row: number; readonly line: TeamLine }[];
  readonly faults: readonly RowFault[];
  readonly fileFault: FileFault | null;
  /** Columns that nobody asked for, as the file calls them; nothing of them is kept. */
  readonly unknownColumns: readonly string[];
  readonly delimiter: ";" | "," | "\t" | null;
  readonly encoding: "utf-8" | "windows-1252";
}

const NAMES: Readonly<Record<string, TeamColumn>> = {
  team: "name",
  name: "name",
  "team name": "name",
  equipe: "name",
  nom: "name",
  "nom de l'equipe": "name",
  key: "key",
  cle: "key",
  language: "language",
  langue: "language",
  division: "division",
  "out of competition": "outOfCompetition",
  "hors concours": "outOfCompetition",
};
const MOST: Readonly<Record<"name" | "key" | "division", number>> = { name: 200, key: 60, division: 40 };
const TONGUES: Readonly<Record<string, Language>> = {
  en: "en",
  english: "en",
  anglais: "en",
  fr: "fr",
  french: "fr",
  francais: "fr",
};
const ANSWERS: Readonly<Record<string, boolean>> = {
  ...{ yes: true, oui: true, x: true, "1": true, true: true, vrai: true },
  ...{ no: false, non: false, "0": false, false: false, faux: false },
};

/** Letters without case, accents and doubled blanks: how people write the name of a column. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("’", "'")
    .replace(/[\s_]+/g, " ")
    .trim()
    .toLowerCase();
}

/** What Windows-1252 has from 0x80 to 0x9F; some versions of Node read Latin-1 in its place. */
const ABOVE_ASCII = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (sign) => ABOVE_ASCII.charAt(sign.charCodeAt(0) - 0x80));
}

function decoded(bytes: Uint8Array): Pick<ReadTeams, "encoding"> & { readonly text: string } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: windows1252(bytes), encoding: "windows-1252" };
  }
}

const NOTHING = { lines: [], faults: [], fileFault: null, unknownColumns: [], delimiter: null, encoding: "utf-8" } as const;
const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** The sign that stands most often in the first row, outside of quotes. */
function delimiterOf(text: string): ";" | "," | "\t" | null {
  const first =
    text
      .replace(/"[^"]*"/g, "")
      .split(/\r\n|\r|\n/)
      .find((line) => line.trim() !== "") ?? "";
  const counted = ([";", ",", "\t"] as const).map((sign) => ({ sign, count: first.split(sign).length - 1 }));
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count === 0 ? null : most.sign;
}

function columnOf(name: string): TeamColumn | null {
  const known = plain(name);
  return Object.hasOwn(NAMES, known) ? NAMES[known] : null;
}

/** One row's line, and what is wrong with it. */
class RowReader {
  readonly faults: RowFault[] = [];
  readonly #row: number;
  readonly #cell: (column: TeamColumn) => string;

  constructor(row: number, cell: (column: TeamColumn) => string) {
    [this.#row, this.#cell] = [row, cell];
  }

  fault(code: RowFault["code"], column: TeamColumn, found: string): void {
    this.faults.push({ row: this.#row, code, column, found });
  }

  #text(column: "name" | "key" | "division"): string | undefined {
    const text = this.#cell(column).normalize("NFC").trim();
    if (text.length > MOST[column]) this.fault("too-long", column, text);
    return text === "" ? undefined : text;
  }

  #oneOf<T>(column: TeamColumn, known: Readonly<Record<string, T>>, code: RowFault["code"]): T | undefined {
    const text = this.#cell(column).trim();
    if (text === "") return undefined;
    if (Object.hasOwn(known, plain(text))) return known[plain(text)];
    this.fault(code, column, text);
    return undefined;
  }

  line(languages: readonly Language[]): TeamLine {
    const name = this.#text("name");
    if (name === undefined) this.fault("no-name", "name", "");
    const key = this.#text("key");
    const division = this.#text("division");
    const language = this.#oneOf("language", TONGUES, "unknown-language");
    if (language !== undefined && !languages.includes(language)) this.fault("unknown-language", "language", language);
    const out = this.#oneOf("outOfCompetition", ANSWERS, "unknown-answer");
    return {
      name: name ?? "",
      ...(key === undefined ? {} : { key }),
      ...(language === undefined ? {} : { language }),
      ...(division === undefined ? {} : { division }),
      ...(out === undefined ? {} : { outOfCompetition: out }),
    };
  }
}

/** The row of the file on which each record begins: a quoted cell may hold lines of its own. */
function numbered(records: readonly (readonly string[])[]): { readonly row: number; readonly cells: readonly string[] }[] {
  return records.map((cells, i) => ({ row: i + 1, cells })).filter(({ cells }) => !isEmpty(cells));
}

/** Reads a file that has a header. `languages` are the event's. */
export function readTeamsCsv(bytes: Uint8Array, languages: readonly Language[] = LANGUAGES): ReadTeams {
  const { text, encoding } = decoded(bytes);
  const read = { ...NOTHING, encoding };
  if (text.includes("\0")) return { ...read, fileFault: "not-text" };
  if (text.trim() === "") return { ...read, fileFault: "empty" };
  const delimiter = delimiterOf(text);
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiter ?? ";", skipEmptyLines: false });
  const found = { ...read, delimiter };
  if (parsed.errors.some(({ type }) => type === "Quotes")) return { ...found, fileFault: "open-quote" };
  const [header, ...rows] = numbered(parsed.data);
  const columns = header.cells.map(columnOf);
  if (!columns.includes("name")) return { ...found, fileFault: "no-team-column" };
  if (rows.length > MOST_TEAMS) return { ...found, fileFault: "too-many" };
  if (rows.length === 0) return { ...found, fileFault: "empty" };
  const readers = rows.map(({ row, cells }) => {
    const reader = new RowReader(row, (column) => cells[columns.indexOf(column)] ?? "");
    if (cells.slice(columns.length).some((cell) => cell.trim() !== ""))
      reader.fault("more-columns", "name", cells.slice(columns.length).join(" "));
    return { row, line: reader.line(languages), faults: reader.faults };
  });
  return {
    ...found,
    lines: readers.map(({ row, line }) => ({ row, line })),
    faults: readers.flatMap(({ faults }) => faults),
    unknownColumns: header.cells.filter((name, i) => columns[i] === null && name.trim() !== ""),
  };
}

/** Names that were pasted, one a line; what was copied out of a spreadsheet with its header is read as its file. */
export function readPastedTeams(text: string, languages: readonly Language[] = LANGUAGES): ReadTeams {
  const delimiter = delimiterOf(text);
  const first = text.trimStart().split(/\r\n|\r|\n/)[0];
  const headed = delimiter !== null && first.split(delimiter).some((cell) => columnOf(cell) === "name");
  if (headed) return readTeamsCsv(new TextEncoder().encode(text), languages);
  const lines = text.split(/\r\n|\r|\n/).map((name, i) => ({ row: i + 1, line: { name: name.normalize("NFC").trim() } }));
  const named = lines.filter(({ line }) => line.name !== "");
  if (named.length > MOST_TEAMS) return { ...NOTHING, fileFault: "too-many" };
  const faults = named
    .filter(({ line }) => line.name.length > MOST.name)
    .map(({ row, line }): RowFault => ({ row, code: "too-long", column: "name", found: line.name }));
  return { ...NOTHING, lines: named, faults, fileFault: named.length === 0 ? "empty" : null };
}
