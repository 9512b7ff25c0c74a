/** What the published pages of a bank's data set are made from. */
export { LOOK_ALIKE, OTHER, readBankTruth, RING } from "./realism/bank-truth.ts";
export { measureRealism } from "./realism/measure-realism.ts";
