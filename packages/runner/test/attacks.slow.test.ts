import { expect, test } from "vitest";
import { ATTACKS } from "./table/index.ts";
import { describeWays, surroundings } from "./support/every-way.ts";
import { attackIn, faultOf } from "./support/run-attack.ts";
import { WAYS } from "./support/ways.ts";

/** `VIGIE_ROUNDS=20` runs the whole table so often: a verdict that hangs on chance shows. */
const ROUNDS = Number(process.env["VIGIE_ROUNDS"] ?? "1");

await describeWays(WAYS, (sandbox) => {
  for (let round = 1; round <= ROUNDS; round++) {
    test.each(ATTACKS.map((attack) => [attack.name, attack] as const))(`round ${round}: %s`, async (_name, attack) => {
      const fault = faultOf(attack, sandbox, await attackIn(sandbox, attack, surroundings), surroundings.canaries.word);
      if (fault !== null) expect.fail(fault);
    });
  }
});
