export * from "./judge-contract.ts";
export { openJudgeStore } from "./judge/open.ts";
