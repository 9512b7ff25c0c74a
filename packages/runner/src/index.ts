export * from "./contract.ts";
export { diagnoseSandbox, type Check, type Diagnosis } from "./diagnose.ts";
export { openSandbox, type OpenedSandbox, type SandboxPreference } from "./open-sandbox.ts";
export { measurePython, type PythonOffer, type PythonPackage } from "./python-packages.ts";
export { stageInputs, unstageInputs } from "./stage-inputs.ts";
