export * from "./bank.ts";
export * from "./import-map.ts";
export * from "./names.ts";
export * from "./tables.ts";
export * from "./vocabulary.ts";
