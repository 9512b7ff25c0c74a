/** How columns are named and typed: camelCase here, snake_case in the files, in file order. */

type ColumnType = "int32" | "int64" | "date" | "timestamp" | "text" | "flag";
/** How a column lies in the files; a question mark stands for "may be missing". @fr La forme d’une colonne dans les fichiers; le point d’interrogation dit qu’une valeur peut manquer. */
export type ColumnKind = ColumnType | `${ColumnType}?`;
export type ColumnTable = Readonly<Record<string, ColumnKind>>;

/** Names of a table's text columns. @fr Noms des colonnes de texte d’une table. */
export type TextName<Table extends ColumnTable> = string extends keyof Table
  ? string
  : { [Name in keyof Table & string]: Table[Name] extends "text" | "text?" ? Name : never }[keyof Table & string];

/** Names of a table's other columns. @fr Noms des autres colonnes d’une table. */
export type NumberName<Table extends ColumnTable> = string extends keyof Table
  ? string
  : Exclude<keyof Table & string, TextName<Table>>;

/** A whole table by columns. `from` and `to` give the rows from … to − 1; without them, all. Do not write into what it returns. @fr Une table entière par colonnes. `from` et `to` donnent les rangées from … to − 1; sans eux, toutes. N’écrivez pas dans ce qui est rendu. */
export interface TableColumns<Table extends ColumnTable = ColumnTable> {
  readonly rows: number;
  /** Int32Array, or Float64Array for 64-bit columns and for those that may be missing, where a missing value is NaN. @fr Int32Array, ou Float64Array pour les colonnes de 64 bits et celles dont une valeur peut manquer : elle vaut alors NaN. */
  numbers(name: NumberName<Table>, from?: number, to?: number): Int32Array | Float64Array;
  /** Places in `words(name)`, −1 where nothing is there. @fr Rangs dans `words(name)`; −1 s’il n’y a rien. */
  codes(name: TextName<Table>, from?: number, to?: number): Int32Array;
  /** The column's different words. @fr Les mots différents de la colonne. */
  words(name: TextName<Table>): readonly string[];
}

/** The tables of a data set by their names in the files, whatever world it is of. @fr Les tables d’un jeu de données, par leur nom dans les fichiers, quel que soit le monde. */
export interface AnyDataset {
  /** A table by its columns. @throws SdkError where there is none of that name @fr Une table par ses colonnes. @throws SdkError s’il n’y en a pas de ce nom */
  table(name: string): TableColumns;
}

/** A column's name in the files: `amountCents` → `amount_cents`. @fr Le nom d’une colonne dans les fichiers : `amountCents` → `amount_cents`. */
export function fileName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A column's name here: `amount_cents` → `amountCents`. */
export function sdkName(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
