import { describeWays } from "./support/every-way.ts";
import { findsNothing } from "./support/walk-suite.ts";
import { FAST_WAYS, WAYS } from "./support/ways.ts";

await describeWays(
  WAYS.filter((way) => !FAST_WAYS.includes(way)),
  findsNothing,
);
