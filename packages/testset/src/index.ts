export { commitLabels, isComplete, readDigest, verifyTestset, type FileDifference, type TestsetDigest } from "./checksums.ts";
export { exportCsv } from "./csv.ts";
export type { TestsetMeta } from "./data-package.ts";
export { loadEvidenceIndex } from "./evidence-index.ts";
export { loadLabels } from "./load-labels.ts";
export { readTable } from "./read-table.ts";
export { tableRows } from "./table-rows.ts";
export { writeTestset, type WriteOptions, type WriteProgress } from "./write-testset.ts";
