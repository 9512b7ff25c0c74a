export { measureRealism } from "./realism/measure-realism.ts";
export { openTables, type Tables } from "./tables.ts";
