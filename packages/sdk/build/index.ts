export { catalogueSource, pythonCatalogue } from "./catalogue.ts";
export { pythonColumns, pythonTypes } from "./python.ts";
export { rowsSource } from "./typescript.ts";
export { ROW_WORDS, type SdkTable } from "./words.ts";
