import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemCallNumbers } from "./numbers.ts";
import { type OciRule, ociProfile } from "./oci-profile.ts";
import { ALLOW, POLICY, type Rule, type Verdict } from "./policy.ts";

const fits = (rule: OciRule, args: readonly number[]): boolean =>
  (rule.args ?? []).every(({ index, value, valueTwo }) => (args[index] & value) >>> 0 === valueTwo);
const verdictOf = (rule: OciRule): Verdict => (rule.action === "SCMP_ACT_ALLOW" ? ALLOW : 0x00050000 | (rule.errnoRet ?? 0));

function saysThePolicy(rule: Rule, args: readonly number[]): Verdict {
  const clause = rule.clauses.find(({ when }) =>
    when.every(({ argument, holds, value }) => {
      const given = args[argument] >>> 0;
      if (holds === "equals") return given === value >>> 0;
      return holds === "any" ? (given & value) !== 0 : (given & value) >>> 0 === value >>> 0;
    }),
  );
  return clause?.then ?? rule.otherwise;
}

describe.each(["x64", "arm64"] as const)("on %s", (architecture) => {
  const profile = ociProfile(architecture, POLICY);
  const rulesOf = (name: string): OciRule[] => profile.syscalls.filter((rule) => rule.names.includes(name));
  const judged = [...POLICY].filter(([name]) => systemCallNumbers(architecture).has(name));

  test("for any call and arguments one rule at most fits, and it says what the policy says", () => {
    const tested = judged.flatMap(([, rule]) => rule.clauses.flatMap((clause) => clause.when.map(({ value }) => value)));
    const argument = fc.oneof(
      fc.constantFrom(...tested, 0, 1),
      fc.integer({ min: 0, max: 0xffffffff }),
      fc.integer({ min: 0, max: 64 }),
      fc.tuple(fc.constantFrom(...tested), fc.constantFrom(...tested)).map(([a, b]) => (a | b) >>> 0),
      fc.tuple(fc.constantFrom(...tested), fc.nat(31)).map(([a, bit]) => (a ^ (1 << bit)) >>> 0),
    );
    const call = fc.constantFrom(...judged);
    fc.assert(
      fc.property(call, fc.array(argument, { minLength: 6, maxLength: 6 }), ([name, rule], args) => {
        const verdicts = rulesOf(name)
          .filter((row) => fits(row, args))
          .map(verdictOf);
        expect(verdicts.length).toBeLessThanOrEqual(1);
        expect(verdicts[0] ?? 0x00050000 | profile.defaultErrnoRet).toBe(saysThePolicy(rule, args));
      }),
      { numRuns: 3000 },
    );
  });

  test("it names no call that the policy does not name, and no other entry than the machine's own", () => {
    expect(profile.syscalls.flatMap((rule) => rule.names).filter((name) => !POLICY.has(name))).toEqual([]);
    expect(profile.architectures).toHaveLength(1);
  });
});
