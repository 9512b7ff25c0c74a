/** What kinds share in reading lines. */
export { LineFault } from "./line-fault.ts";
export { itemsOf, membersOf, refuseOtherKeys, required, wholeNumber, type Members } from "./line-values.ts";
export { SubjectsOfLines } from "./subjects-of-lines.ts";
