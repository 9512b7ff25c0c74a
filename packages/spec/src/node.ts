export * from "./check-challenge.ts";
export * from "./load.ts";
export * from "./parse-manifest.ts";
export * from "./validate.ts";
