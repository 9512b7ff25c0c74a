/**
 * An honest run beside each heavy attack must come out the same, for no more than half as much CPU time again: that is what
 * its limit goes by. Its wall time is printed beside, since what else the machine does weighs on that.
 *
 * Other programs of this machine make single measurements worthless, so turns alone and turns beside the attack alternate,
 * and the best of each are compared; where the bound is not met after the first turns there are more.
 */
import { expect, test } from "vitest";
import type { Sandbox } from "../src/index.ts";
import type { Attack } from "./support/attack.ts";
import { describeWays, surroundings } from "./support/every-way.ts";
import { type Ran, runIn } from "./support/machine.ts";
import { attackIn } from "./support/run-attack.ts";
import { FAST_WAYS } from "./support/ways.ts";
import { ATTACKS } from "./table/index.ts";

const MOST_TIMES_AS_LONG = 1.5;
const FEWEST_TURNS = 2;
const MOST_TURNS = 12;

/** Reads its inputs, computes, fills some memory, and prints a digest of all. */
const HONEST = `
import hashlib, os
digest = hashlib.sha256(b"".join(open("/data/" + name, "rb").read() for name in sorted(os.listdir("/data"))))
block = bytes(range(256)) * 4096
for _ in range(120):
    digest.update(block)
numbers = {n: n * n % 8191 for n in range(100000)}
digest.update(str(sum(numbers.values())).encode())
print(digest.hexdigest())
`;

const honest = (sandbox: Sandbox): Promise<Ran> =>
  runIn(sandbox, { runtime: "python" }, ["-c", HONEST], {
    inputs: surroundings.inputs,
    limits: { cpuMs: 20_000, wallMs: 60_000 },
  });

async function beside(sandbox: Sandbox, attack: Attack): Promise<Ran> {
  const attacking = attackIn(sandbox, attack, surroundings);
  await new Promise((resolve) => setTimeout(resolve, 60));
  const ran = await honest(sandbox);
  await attacking;
  return ran;
}

const least = (values: readonly number[]): number => Math.min(...values);

await describeWays(FAST_WAYS, (sandbox) => {
  const heavy = ATTACKS.filter((attack) => attack.heavy === true);
  test.each(heavy.map((attack) => [attack.name, attack] as const))(
    "beside: %s",
    async (_name, attack) => {
      const alone: Ran[] = [];
      const along: Ran[] = [];
      const ratio = (of: "wallMs" | "cpuMs"): number =>
        least(along.map(({ outcome }) => outcome.usage[of] ?? 0)) / least(alone.map(({ outcome }) => outcome.usage[of] ?? 0));
      const isMet = (): boolean => ratio("wallMs") <= MOST_TIMES_AS_LONG && ratio("cpuMs") <= MOST_TIMES_AS_LONG;
      while (alone.length < FEWEST_TURNS || (!isMet() && alone.length < MOST_TURNS)) {
        alone.push(await honest(sandbox));
        along.push(await beside(sandbox, attack));
      }
      expect(alone[0].outcome).toMatchObject({ status: "exited", exitCode: 0 });
      expect(new Set([...alone, ...along].map(({ output }) => output)).size).toBe(1);
      console.log(`${attack.program}: ${ratio("wallMs").toFixed(2)} × the time, ${ratio("cpuMs").toFixed(2)} × the CPU time`);
      expect(ratio("cpuMs")).toBeLessThanOrEqual(MOST_TIMES_AS_LONG);
    },
    300_000,
  );
});
