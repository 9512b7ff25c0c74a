export * from "./details.ts";
export * from "./measures.ts";
export * from "./mistake.ts";
export * from "./ranking.ts";
