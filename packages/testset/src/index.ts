export {
  CHECKSUMS_FILE,
  commitLabels,
  isComplete,
  readDigest,
  testsetDigest,
  verifyTestset,
  type FileDifference,
  type TestsetDigest,
} from "./checksums.ts";
export { csvRows, exportCsv } from "./csv.ts";
export type { TestsetMeta } from "./data-package.ts";
export { BAD_ROW_KINDS, type BadRow, type BadRowKind, type BadRows } from "./import/bad-rows.ts";
export { isImported, LABELLED_BY_SOURCE } from "./import/imported-labels.ts";
export { importTestset, type ImportReport, type ImportWish } from "./import/import-testset.ts";
export { TooManyBadRows } from "./import/read-source.ts";
export { loadEvidenceIndex } from "./evidence-index.ts";
export { loadLabels } from "./load-labels.ts";
export { readTable } from "./read-table.ts";
export { tableRows } from "./table-rows.ts";
export { Gatherer, type Gathered } from "./gatherer.ts";
export { writeColumn, type ColumnJob } from "./table-file.ts";
export { readTestsetName, type TestsetName } from "./testset-meta.ts";
export { tableWindows, type TableWindow, type WindowOptions } from "./table-windows.ts";
export { writeTestset, writeTestsetTogether, type Crew, type WriteOptions, type WriteProgress } from "./write-testset.ts";
