import { keepsTheContract } from "./support/contract-suite.ts";
import { describeWays } from "./support/every-way.ts";
import { FAST_WAYS, WAYS } from "./support/ways.ts";

await describeWays(
  WAYS.filter((way) => !FAST_WAYS.includes(way)),
  keepsTheContract,
);
