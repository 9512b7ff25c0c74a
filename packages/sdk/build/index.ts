export { pythonCatalogue, pythonColumns, pythonTypes } from "./python.ts";
export { indicatorsSource, rowsSource } from "./typescript.ts";
export { ROW_WORDS, type SdkTable } from "./words.ts";
