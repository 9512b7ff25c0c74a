export * from "./layout.ts";
export * from "./roles.ts";
