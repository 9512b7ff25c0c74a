export * from "./contract.ts";
export { diagnoseSandbox, type Check, type Diagnosis } from "./diagnose.ts";
export { openSandbox, type OpenedSandbox, type SandboxPreference } from "./open-sandbox.ts";
export { stageInputs, unstageInputs } from "./stage-inputs.ts";
