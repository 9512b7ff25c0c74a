export { comparisonTitle, comparisonWords } from "./comparison-words.ts";
export { realismReportHtml } from "./page.ts";
export * from "./values.ts";
