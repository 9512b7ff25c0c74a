/** How other people's data become a test set of a world. */
import type { BilingualText } from "@vigie/spec";
import type { TestsetDigest } from "../checksums.ts";
import type { TestsetMeta } from "../data-package.ts";
import type { BadRows } from "./bad-rows.ts";

export interface ImportWish {
  /** One or more files of rows, all with the same header. */
  readonly files: readonly string[];
  /** Further files, by what the world calls them. */
  readonly beside: Readonly<Record<string, string>>;
  /** Must not exist, or be empty. */
  readonly folder: string;
  readonly meta: Omit<TestsetMeta, "world">;
  /** Any text; with the files' digest it decides the order of subjects and all ids. */
  readonly seed: string;
  /** The share of rows, 0 to 1, that may be bad. */
  readonly badShare: number;
  readonly onProgress?: (share: number) => void;
}

export interface ImportReport {
  /** What was found, by what the world counts. */
  readonly counts: Readonly<Record<string, number>>;
  readonly bad: BadRows;
  readonly digest: TestsetDigest;
}

/** A column map, which says what the columns of somebody's files are. */
export interface ColumnMap {
  readonly id: string;
  readonly title: BilingualText;
  readonly licence: string;
  /**
   * Imports files into a folder, as a test set that the judge and the SDKs read.
   * @throws SpecError where a file, the folder or the disk will not do; TooManyBadRows. Nothing is left then.
   */
  importSet(wish: ImportWish): Promise<ImportReport>;
}

export interface WorldImport {
  /** @throws SpecError where the file is no column map of this world. */
  openMap(file: string): ColumnMap;
  /** Whether a set's labels came from a source. @throws SpecError where they cannot be read. */
  isImported(folder: string): boolean;
}
