import { expect, test } from "vitest";
import { ATTACKS } from "./table/index.ts";
import { describeWays, surroundings } from "./support/every-way.ts";
import { attackIn, faultOf } from "./support/run-attack.ts";
import { FAST_WAYS } from "./support/ways.ts";

await describeWays(FAST_WAYS, (sandbox) => {
  const fast = ATTACKS.filter((attack) => attack.slow !== true);
  test.each(fast.map((attack) => [attack.name, attack] as const))("%s", async (_name, attack) => {
    const fault = faultOf(attack, sandbox, await attackIn(sandbox, attack, surroundings), surroundings.canaries.word);
    if (fault !== null) expect.fail(fault);
  });
});
