import { describeWays } from "./support/every-way.ts";
import { findsNothing } from "./support/walk-suite.ts";
import { FAST_WAYS } from "./support/ways.ts";

await describeWays(FAST_WAYS, findsNothing);
