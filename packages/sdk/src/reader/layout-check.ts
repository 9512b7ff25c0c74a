/** Reads `layout.json` by hand, because a schema validator costs a run more time than the rest of its start. */
import type { ColumnLayout, Layout, Span, TableLayout } from "./layout.ts";
import { SdkError, shown } from "../sdk-error.ts";

const TYPES = ["int32", "int64", "date", "timestamp", "text", "flag"] as const;

function fail(pointer: string, expected: string, found: unknown): never {
  throw new SdkError("bad-layout", {
    en: `layout.json at ${pointer === "" ? "/" : pointer}: expected ${expected}, found ${shown(found)}; generate or copy the data again`,
    fr: `layout.json à ${pointer === "" ? "/" : pointer}\u00a0: attendu ${expected}, trouvé ${shown(found)}; générez ou copiez les données de nouveau`,
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function record(value: unknown, pointer: string): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : fail(pointer, "an object", value);
}

function list(value: unknown, pointer: string): readonly unknown[] {
  return Array.isArray(value) ? value : fail(pointer, "a list", value);
}

function text(value: unknown, pointer: string): string {
  return typeof value === "string" ? value : fail(pointer, "a text", value);
}

function count(value: unknown, pointer: string): number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : fail(pointer, "an integer ≥ 0", value);
}

function span(value: unknown, pointer: string): Span {
  const parts = list(value, pointer);
  if (parts.length !== 2) fail(pointer, "[offset, length]", value);
  const offset = count(parts[0], `${pointer}/0`);
  if (offset % 8 !== 0) fail(`${pointer}/0`, "a multiple of 8", offset);
  return [offset, count(parts[1], `${pointer}/1`)];
}

function column(value: unknown, pointer: string): ColumnLayout {
  const row = record(value, pointer);
  const type = TYPES.find((known) => known === row["type"]) ?? fail(`${pointer}/type`, TYPES.join(", "), row["type"]);
  const { validity, dictionary } = row;
  if (typeof row["nullable"] !== "boolean") fail(`${pointer}/nullable`, "true or false", row["nullable"]);
  const words = type === "text" ? record(dictionary, `${pointer}/dictionary`) : null;
  return {
    name: text(row["name"], `${pointer}/name`),
    type,
    nullable: row["nullable"],
    validity: validity === null ? null : span(validity, `${pointer}/validity`),
    values: span(row["values"], `${pointer}/values`),
    dictionary: words && {
      size: count(words["size"], `${pointer}/dictionary/size`),
      offsets: span(words["offsets"], `${pointer}/dictionary/offsets`),
      bytes: span(words["bytes"], `${pointer}/dictionary/bytes`),
    },
  };
}

function table(value: unknown, pointer: string): TableLayout {
  const row = record(value, pointer);
  return {
    name: text(row["name"], `${pointer}/name`),
    file: text(row["file"], `${pointer}/file`),
    rows: count(row["rows"], `${pointer}/rows`),
    columns: list(row["columns"], `${pointer}/columns`).map((item, i) => column(item, `${pointer}/columns/${i}`)),
  };
}

/**
 * Narrows what stood in `layout.json`.
 * @throws SdkError `bad-layout`, which names the JSON pointer, what was expected and what came.
 */
export function checkedLayout(value: unknown): Layout {
  const layout = record(value, "");
  if (layout["layoutVersion"] !== 1) fail("/layoutVersion", "1", layout["layoutVersion"]);
  return { layoutVersion: 1, tables: list(layout["tables"], "/tables").map((item, i) => table(item, `/tables/${i}`)) };
}
