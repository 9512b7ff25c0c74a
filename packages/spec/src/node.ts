export * from "./check-challenge.ts";
export * from "./load.ts";
export * from "./validate.ts";
