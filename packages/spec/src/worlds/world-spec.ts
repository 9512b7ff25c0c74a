/**
 * A world: which tables there are, what they hold, and what of it may tell.
 *
 * It declares each table once. Writer, readers, both SDKs, the data dictionary, the sample, the checks of an organizer's
 * set, the audit and the import take it from there. Columns do not change once a challenge is published: teams' detectors
 * name them.
 */
import type { TProperties } from "@sinclair/typebox";
import type { BilingualText, Language } from "../text.ts";
import type { ColumnAudit } from "./column-audit.ts";

/**
 * How a column lies in the Arrow file.
 * - `int32`, `int64`: signed integers (int64 values are exact in a double: |v| ≤ 2^53).
 * - `date`: Arrow date32, whole days since 1970-01-01.
 * - `timestamp`: Arrow timestamp in milliseconds, UTC.
 * - `text`: dictionary-encoded UTF-8 with int32 indices; dictionary values are unique and sorted by
 *   UTF-16 code unit, so that their order tells nothing.
 * - `flag`: Arrow int8, 0 or 1 (a byte a value, so that both SDKs map it as it lies).
 */
export type ColumnType = "int32" | "int64" | "date" | "timestamp" | "text" | "flag";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** What the column holds, in English and in French: the data dictionary and both SDKs' hovers are made from it. */
  readonly about: BilingualText;
  /** What its numbers count, where `about` leaves it out: it ends that sentence ({@link meaningOf}). */
  readonly unit?: BilingualText;
  /** The only words that it holds, in the order in which they are listed. */
  readonly words?: readonly string[];
  /** What its values mean, by value as text. */
  readonly meanings?: Readonly<Record<string, BilingualText>>;
  /** What the audit needs to know of it. */
  readonly audit?: ColumnAudit;
}

/** What a column holds, with its unit. */
export function meaningOf({ about, unit }: Column, language: Language): string {
  return unit === undefined ? about[language] : `${about[language]}, ${unit[language]}`;
}

export interface Table {
  readonly name: string;
  /** `inputs` is what detectors get; `labels` never leave the judge. */
  readonly half: "inputs" | "labels";
  /** What a row is. */
  readonly about: BilingualText;
  readonly columns: readonly Column[];
  /** Only data sets that name it have it. */
  readonly optional?: true;
  /** Written once; other tables come block by block. */
  readonly common?: true;
  /** The column that counts a common table's rows from 0. */
  readonly numbered?: string;
  /** The column by which the table lists subjects, one row each, ascending. The tables of a half that do so list each once. */
  readonly lists?: string;
  /** The column that says whose row it is: a subject. Rows are sorted by it. */
  readonly owner?: string;
  /** The column of the ids that a finding cites. */
  readonly cited?: string;
  /** The column that says when. */
  readonly time?: string;
  /** Of how many rows a subject has: why splits may differ in it. */
  readonly audit?: Pick<ColumnAudit, "differs">;
}

/** How large a split is, by what the world counts (`accounts`). */
export type WorldSize = Readonly<Record<string, number>>;

/** What a line is about, in words that stand in sentences. */
export interface SubjectWords {
  /** The key of a line, and the column of the tables. */
  readonly id: string;
  readonly one: BilingualText;
  readonly many: BilingualText;
  /** The French noun's gender. */
  readonly feminine?: true;
}

export interface WorldSpec {
  readonly id: string;
  /** Of `dataset.json`: the parameters that it must give, each with its value and range. */
  readonly parameters: readonly string[];
  /** Of `challenge.json`: what a split's size is made of. */
  readonly size: TProperties;
  /** How many subjects a split of a size has. */
  subjects(size: WorldSize): number;
  /** The size of a set whose tables have so many rows. */
  sizeOf(rows: Readonly<Record<string, number>>): WorldSize;
  readonly subject: SubjectWords;
  /** Every table that a data set of this world can have: inputs in file order, then labels. */
  readonly tables: readonly Table[];
  /** Ids that a detector may name as its reasons; empty where a world has none. */
  readonly indicators: readonly string[];
  /** Parts that a subject may play; empty where a world has none. */
  readonly roles: readonly string[];
  /** What labels stand for, by the ids that they carry: look-alike groups, typologies, roles. */
  readonly names: Readonly<Record<string, BilingualText>>;
  /** What labels of somebody else's data cannot know, as `Measure.needs` names it. */
  readonly unknownToSources: readonly string[];
}
