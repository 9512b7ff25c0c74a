/** What the published pages of a bank's data set are made from. */
export { lookAlikes, ringMembers } from "./labels.ts";
export { readBankTruth } from "./realism/bank-truth.ts";
export { measureRealism } from "./realism/measure-realism.ts";
