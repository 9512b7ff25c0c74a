import { describe } from "vitest";
import { openSandbox } from "../src/index.ts";
import { keepsTheContract } from "./support/contract-suite.ts";
import { describeWays } from "./support/every-way.ts";
import { FAST_WAYS } from "./support/ways.ts";

await describeWays(FAST_WAYS, keepsTheContract);
const plain = await openSandbox("none");
describe("no sandbox", () => {
  if (plain.kind === "ready") keepsTheContract(plain.sandbox);
});
