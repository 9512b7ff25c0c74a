export { writeColumn, type ColumnJob } from "./arrow/table-file.ts";
export {
  CHECKSUMS_FILE,
  commitLabels,
  isComplete,
  readDigest,
  testsetDigest,
  verifyTestset,
  type TestsetDigest,
} from "./checksums.ts";
export { readTestsetName, worldOfSet, type TestsetName } from "./data-package.ts";
export { Gatherer, type Gathered } from "./gather/gatherer.ts";
export { BAD_ROW_KINDS, TooManyBadRows, type BadRow, type BadRows } from "./import/bad-rows.ts";
export { isImported, openColumnMap } from "./import/imports.ts";
export type { ColumnMap, ImportReport } from "./import/world-import.ts";
export { csvRows } from "./read/csv.ts";
export { readTable, tableRows, tableWindows, type TableWindow } from "./read/read-table.ts";
export { csvOfSubjects, subjectRows } from "./read/subject-rows.ts";
export { openTruth } from "./read/truth.ts";
export {
  writeTestset,
  writeTestsetTogether,
  type Crew,
  type OnBlock,
  type WriteOptions,
  type WriteProgress,
} from "./write-testset.ts";
