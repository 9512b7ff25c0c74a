/** Finds a table's columns in the layout by the names that the SDK uses. */
import { SdkError } from "../sdk-error.ts";
import type { ByteSource } from "./byte-source.ts";
import {
  fileName,
  sdkName,
  type ColumnKind,
  type ColumnTable,
  type NumberName,
  type TableColumns,
  type TextName,
} from "./columns.ts";
import type { ColumnLayout, Layout, TableLayout } from "./layout.ts";
import { FlagColumn, Int32Column, Int64Column } from "./number-columns.ts";
import type { StoredColumn } from "./stored-column.ts";
import { anyWord, oneOf, TextColumn } from "./text-column.ts";

function missing(where: string, expected: string, found: string): SdkError {
  return new SdkError("other-layout", {
    en: `layout.json, ${where}: expected ${expected}, found ${found}; this SDK and the data are of different versions`,
    fr: `layout.json, ${where}\u00a0: attendu ${expected}, trouvé ${found}; la trousse et les données sont de versions différentes`,
  });
}

/** Opens the columns of one table; nothing is read yet. */
export class ColumnOpener {
  readonly rows: number;
  readonly #layout: TableLayout;
  readonly #source: ByteSource;

  constructor(layout: Layout, table: string, sourceOf: (file: string) => ByteSource) {
    const found = layout.tables.find((candidate) => candidate.name === table);
    if (!found) throw missing("/tables", `a table named ${table}`, layout.tables.map(({ name }) => name).join(", "));
    this.#layout = found;
    this.rows = found.rows;
    this.#source = sourceOf(found.file);
  }

  int32(name: string): Int32Column {
    return new Int32Column(this.#stored(name, ["int32", "date"]));
  }

  int64(name: string): Int64Column {
    return new Int64Column(this.#stored(name, ["int64", "timestamp"]));
  }

  flag(name: string): FlagColumn {
    return new FlagColumn(this.#stored(name, ["flag"]));
  }

  text(name: string): TextColumn<string> {
    return new TextColumn(this.#stored(name, ["text"]), anyWord);
  }

  words<Word extends string>(name: string, words: readonly Word[]): TextColumn<Word> {
    return new TextColumn(this.#stored(name, ["text"]), oneOf(words, `${this.#layout.name}.${fileName(name)}`));
  }

  /** The columns as they lie, by the names that the SDK gives them. */
  kinds(): ColumnTable {
    const kind = ({ type, nullable }: ColumnLayout): ColumnKind => (nullable ? `${type}?` : type);
    return Object.fromEntries(this.#layout.columns.map((column) => [sdkName(column.name), kind(column)]));
  }

  #stored(name: string, types: readonly ColumnLayout["type"][]): StoredColumn {
    const [layout, source] = [this.#layout, this.#source];
    const column = layout.columns.find((candidate) => candidate.name === fileName(name));
    if (!column) throw missing(layout.name, `a column named ${fileName(name)}`, "none");
    if (!types.includes(column.type)) throw missing(`${layout.name}.${column.name}`, types.join(" or "), column.type);
    return { source, layout: column, table: layout.name, rows: this.rows };
  }
}

type AnyColumn = Int32Column | Int64Column | FlagColumn | TextColumn<string>;

function columnFor(opener: ColumnOpener, name: string, kind: ColumnKind): AnyColumn {
  const type = kind.replace("?", "");
  if (type === "text") return opener.text(name);
  if (type === "flag") return opener.flag(name);
  return type === "int64" || type === "timestamp" ? opener.int64(name) : opener.int32(name);
}

/** A whole table by columns; each column is found when it is first named. */
export class OpenedTable<Table extends ColumnTable> implements TableColumns<Table> {
  readonly rows: number;
  readonly #opener: ColumnOpener;
  readonly #kinds: Table;
  readonly #opened = new Map<string, AnyColumn>();

  constructor(opener: ColumnOpener, kinds: Table) {
    this.#opener = opener;
    this.#kinds = kinds;
    this.rows = opener.rows;
  }

  numbers(name: NumberName<Table>, from?: number, to?: number): Int32Array | Float64Array {
    const column = this.#column(name);
    if (column instanceof TextColumn) throw this.#wrongKind(name, "codes(…), words(…)");
    return column.numbers(from, to);
  }

  codes(name: TextName<Table>, from?: number, to?: number): Int32Array {
    return this.#textColumn(name).codes(from, to);
  }

  words(name: TextName<Table>): readonly string[] {
    return this.#textColumn(name).words();
  }

  #textColumn(name: string): TextColumn<string> {
    const column = this.#column(name);
    if (column instanceof TextColumn) return column;
    throw this.#wrongKind(name, "numbers(…)");
  }

  #column(name: string): AnyColumn {
    const known = this.#opened.get(name);
    if (known) return known;
    if (!Object.hasOwn(this.#kinds, name)) {
      const names = Object.keys(this.#kinds).join(", ");
      throw new SdkError("unknown-column", {
        en: `expected a column out of ${names}; found "${name}"`,
        fr: `colonne attendue parmi ${names}; trouvé «\u00a0${name}\u00a0»`,
      });
    }
    const column = columnFor(this.#opener, name, this.#kinds[name]);
    this.#opened.set(name, column);
    return column;
  }

  #wrongKind(name: string, instead: string): SdkError {
    return new SdkError("wrong-column-kind", {
      en: `the column "${name}" is of another kind: ask for it by ${instead}`,
      fr: `la colonne «\u00a0${name}\u00a0» est d’un autre genre\u00a0: demandez-la par ${instead}`,
    });
  }
}
