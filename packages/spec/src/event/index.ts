/** An event: its calendar, its course, its file. Kept apart from the rest, for the judge needs none of it. */
export * from "./calendar.ts";
export * from "./dry-run.ts";
export * from "./event-file.ts";
export * from "./moment.ts";
export * from "./state.ts";
