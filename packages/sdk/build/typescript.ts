/** Writes the TypeScript SDK's rows from a world's tables, each column with its sentence. */
import { sdkName } from "../src/reader/columns.ts";
import { doc, NOTE, ROW_WORDS, typeName, wordType, type Said, type SdkColumn, type SdkTable } from "./words.ts";

interface Field {
  readonly name: string;
  readonly type: string;
  readonly words: Said;
}

function fieldOf(table: string, column: SdkColumn): Field {
  const bare = column.type !== "text" ? "number" : column.words ? wordType(table, column.name) : "string";
  return { name: sdkName(column.name), type: column.nullable ? `${bare} | null` : bare, words: column };
}

const COLUMN_CLASS: Readonly<Record<string, string>> = { int32: "Int32", date: "Int32", int64: "Int64", timestamp: "Int64" };

/** A column's class, and how it is opened. */
function openerOf(table: string, column: SdkColumn): { readonly type: string; readonly call: string } {
  const name = JSON.stringify(sdkName(column.name));
  if (column.type !== "text") {
    const kind = COLUMN_CLASS[column.type];
    return { type: `${kind}Column`, call: `opener.${kind.toLowerCase()}(${name})` };
  }
  if (column.words === undefined) return { type: "TextColumn<string>", call: `opener.text(${name})` };
  const word = wordType(table, column.name);
  return { type: `TextColumn<${word}>`, call: `opener.words(${name}, ${constantOf(word)})` };
}

/** `AccountKind` → `ACCOUNT_KINDS`, `Status` → `STATUSES`. */
function constantOf(word: string): string {
  const name = word.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase();
  return `${name}${name.endsWith("S") ? "ES" : "S"}`;
}

function vocabulary({ name, columns }: SdkTable): string {
  const closed = columns.filter(({ words }) => words !== undefined);
  return closed
    .map((column) => {
      const word = wordType(name, column.name);
      const constant = constantOf(word);
      return `${doc(column)}export const ${constant} = ${JSON.stringify(column.words)} as const;\nexport type ${word} = (typeof ${constant})[number];\n\n`;
    })
    .join("");
}

function rowSource(world: string, table: SdkTable): string {
  const row = typeName(table.name);
  const constant = `${row.toUpperCase()}_COLUMNS`;
  const { about, derived = [] } = ROW_WORDS[world][table.name];
  const fields = table.columns.map((column) => fieldOf(table.name, column));
  const more = derived.map((field) => ({ ...field, words: field }));
  const openers = table.columns.map((column) => ({ name: sdkName(column.name), ...openerOf(table.name, column) }));
  const kinds = table.columns.map(({ name, type, nullable }) => `  ${sdkName(name)}: "${type}${nullable ? "?" : ""}",\n`);
  const getters = table.columns.map((column, i) => {
    const { name, type } = fields[i];
    const read = column.nullable ? "atOrNull" : "at";
    return `\n  get ${name}(): ${type} {\n    return this.columns.${name}.${read}(this.row);\n  }\n`;
  });
  return `export const ${constant} = {
${kinds.join("")}} as const satisfies ColumnTable;

${doc({ about })}export interface ${row} {
${[...fields, ...more].map(({ name, type, words }) => `${doc(words, "  ")}  readonly ${name}: ${type};\n`).join("")}}

export class ${row}Columns {
  readonly rows: number;
${openers.map(({ name, type }) => `  readonly ${name}: ${type};\n`).join("")}
  constructor(opener: ColumnOpener) {
    this.rows = opener.rows;
${openers.map(({ name, call }) => `    this.${name} = ${call};\n`).join("")}  }
}

export class ${row}Row<Columns extends ${row}Columns = ${row}Columns> {
  // Declared alone: a field that is defined before it is set makes rows dearer.
  declare protected readonly columns: Columns;
  declare protected readonly row: number;

  constructor(columns: Columns, row: number) {
    this.columns = columns;
    this.row = row;
  }
${getters.join("")}
  toJSON(): object {
    return asPlain(this, ${constant});
  }

  [INSPECT](): object {
    return this.toJSON();
  }
}
`;
}

/** The text of `src/worlds/<world>/made.ts`. */
export function rowsSource(world: string, tables: readonly SdkTable[]): string {
  return `// ${NOTE}.
import type { ColumnOpener } from "../../reader/column-opener.ts";
import type { ColumnTable } from "../../reader/columns.ts";
import type { Int32Column, Int64Column } from "../../reader/number-columns.ts";
import { asPlain, INSPECT } from "../../reader/plain-row.ts";
import type { TextColumn } from "../../reader/text-column.ts";

${tables.map(vocabulary).join("")}${tables.map((table) => rowSource(world, table)).join("\n")}`;
}
