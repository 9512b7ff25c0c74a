export type { Bilingual } from "./bilingual.ts";
export * from "./catalogue/index.ts";
export * from "./kinds/index.ts";
export { bufferSource, type ByteSource } from "./reader/byte-source.ts";
export { fileName, type AnyDataset, type ColumnKind, type TableColumns } from "./reader/columns.ts";
export * from "./reader/layout.ts";
export { SdkError } from "./sdk-error.ts";
export * from "./worlds/index.ts";
