export * from "./load.ts";
export * from "./validate.ts";
