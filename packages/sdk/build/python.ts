/** Writes a world's columns for the Python SDK, and its types for editors, which are made from a template. */
import { ROLES } from "../src/catalogue/roles.ts";
import { fileName } from "../src/reader/columns.ts";
import { idsOf, LISTED } from "./catalogue.ts";
import { docLines, NOTE, ROW_WORDS, type Language, type Said, type SdkColumn, type SdkTable } from "./words.ts";

/** Python source of a text, a list (as a tuple) or an object (as a dict). */
function literal(value: unknown, indent = ""): string {
  if (Array.isArray(value)) return `(${value.map((item) => `${literal(item)},`).join(" ")})`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}    `;
  const entries = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${literal(item, inner)},\n`);
  return `{\n${entries.join("")}${indent}}`;
}

/** The text of `vigie/_worlds/<world>/made.py`. */
export function pythonColumns(tables: readonly SdkTable[]): string {
  const kinds = ({ columns }: SdkTable) =>
    columns.map(({ name, type, nullable }): [string, string] => [name, nullable ? `${type}?` : type]);
  const columns = Object.fromEntries(tables.map((table) => [table.name, Object.fromEntries(kinds(table))]));
  return `"""The columns of each table, in file order. ${NOTE}."""\n\nCOLUMNS = ${literal(columns)}\n`;
}

const choice = (words: readonly string[]) => `Literal[${words.map((word) => JSON.stringify(word)).join(", ")}]`;

function docstring(words: Said, language: Language, indent: string): string {
  const lines = docLines(words, language);
  const text =
    lines.length === 1
      ? lines[0]
      : `${lines.map((line, i) => (i === 0 ? `${line}\n` : `${indent}${line}`)).join("\n")}\n${indent}`;
  return `${indent}"""${text}"""\n`;
}

function property(name: string, type: string, words: Said, language: Language): string {
  return `    @property\n    def ${name}(self) -> ${type}:\n${docstring(words, language, "        ")}\n`;
}

function typeOf({ type, nullable, words }: SdkColumn): string {
  const bare = type !== "text" ? "int" : words === undefined ? "str" : choice(words);
  return nullable ? `Optional[${bare}]` : bare;
}

/** `readonly Event[]` → `list[Event]`, `Merchant | null` → `Optional[Merchant]`. */
function fromTypeScript(type: string): string {
  const bare = type.replace("number", "int").replace(/^readonly (\w+)\[\]$/, "list[$1]");
  return bare.replace(/^(\w+) \| null$/, "Optional[$1]");
}

function rowText(world: string, table: SdkTable, language: Language): string {
  const { about, derived = [] } = ROW_WORDS[world][table.name];
  const columns = table.columns.map((column) => property(column.name, typeOf(column), column, language));
  const more = derived.map((field) => property(fileName(field.name), fromTypeScript(field.type), field, language));
  return `${docstring({ about }, language, "    ")}\n${[...columns, ...more].join("")}`;
}

/** Ids one a line, each with its sentence. */
function ids(name: string, known: readonly string[], language: Language): string {
  const rows = LISTED.filter(({ id }) => known.includes(id)).map(({ id, label }) => `    "${id}",  # ${label[language]}\n`);
  return `${name} = Literal[\n${rows.join("")}]\n`;
}

function overloads(language: Language): string {
  const rows = LISTED.map(
    ({ id, label }) =>
      `@overload\ndef indicator(name: Literal["${id}"]) -> Indicator:\n${docstring({ about: label }, language, "    ")}`,
  );
  return `${rows.join("\n")}\n@overload\ndef indicator(name: str) -> Indicator: ...\n`;
}

/**
 * The types for editors in one language.
 * @param template `stub/vigie.pyi`, whose comments are filled in, and whose texts keep one language.
 * @param worlds the tables of each world.
 */
export function pythonTypes(template: string, worlds: Readonly<Record<string, readonly SdkTable[]>>, language: Language): string {
  const words = [
    `Role = ${choice(ROLES)}\n`,
    ids("MoneyIndicatorId", idsOf("money"), language),
    ids(
      "IndicatorId",
      LISTED.map(({ id }) => id),
      language,
    ),
  ];
  return template
    .replaceAll(/"""(.*?) @fr (.*?)"""/g, (_all, en: string, fr: string) => `"""${language === "en" ? en : fr}"""`)
    .replace("# words\n", words.join(""))
    .replace("# indicators\n", overloads(language))
    .replaceAll(/ {4}# row: (\w+)\.(\w+)\n/g, (_all, world: string, name: string) => {
      const table = worlds[world].find((one) => one.name === name);
      if (table === undefined) throw new Error(`stub/vigie.pyi: expected a table of the world ${world}, found ${name}`);
      return rowText(world, table, language);
    });
}
