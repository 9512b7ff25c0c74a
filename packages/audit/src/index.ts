export { openTables, type Tables } from "./tables.ts";
