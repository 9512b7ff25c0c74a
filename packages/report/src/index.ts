export * from "./format.ts";
export * from "./icons.ts";
export * from "./learning.ts";
export { escapeXml, type Picture } from "./picture.ts";
export * from "./sentences.ts";
export * from "./statement.ts";
export * from "./tokens-css.ts";
export * from "./tokens.ts";
