import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceScore } from "./reference.ts";
import { alertsOf, CHALLENGE, labelsOf, resamplesOf, ROLES, scoreOf, type PlainAlert, type PlainPositive } from "./tiny-split.ts";

const INDICATORS = ["cash", "hotels", "night", "ads"];
const role = fc.constantFrom(...ROLES);
const rows = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 5 });
const findings = fc.dictionary(fc.constantFrom(...INDICATORS), rows, { maxKeys: 4, noNullPrototype: true });
const someRows = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 });
const planted = fc.dictionary(fc.constantFrom(...INDICATORS), someRows, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

const world = fc.integer({ min: 8, max: 90 }).chain((n) => {
  const account = fc.integer({ min: 0, max: n - 1 });
  return fc.record({
    n: fc.constant(n),
    budgetShare: fc.constantFrom(0.01, 0.1, 0.3, 0.7),
    smallestGroup: fc.constantFrom(1, 3, 20),
    positives: fc.uniqueArray(
      fc.record({
        account,
        ring: fc.integer({ min: 0, max: 6 }),
        role,
        planted,
        incidental: fc.uniqueArray(fc.constantFrom("ads", "lodging"), { maxLength: 2 }),
        unplanted: fc.dictionary(fc.constantFrom(...INDICATORS), rows, { maxKeys: 2, noNullPrototype: true }),
      }),
      { minLength: 1, maxLength: Math.floor(n / 3), selector: (positive) => positive.account },
    ),
    groups: fc.record({
      drivers: fc.uniqueArray(account, { maxLength: n }).map((list) => list.sort((a, b) => a - b)),
      newcomers: fc.uniqueArray(account, { maxLength: 25 }).map((list) => list.sort((a, b) => a - b)),
    }),
    alerts: fc.uniqueArray(
      fc.record(
        { account, score: fc.constantFrom(0, 0.1, 0.25, 0.5, 0.7, 0.9, 1), role, findings },
        { requiredKeys: ["account", "score"] },
      ),
      { maxLength: n, selector: (alert) => alert.account },
    ),
  });
});

function disjoint(positives: readonly PlainPositive[]): PlainPositive[] {
  return positives.map((one) => ({ ...one, incidental: one.incidental?.filter((id) => !(id in (one.planted ?? {}))) }));
}

describe("the fast metrics and the obvious ones", () => {
  test("agree to 1e-12 on the full set and on every resample", () => {
    fc.assert(
      fc.property(world, ({ n, budgetShare, smallestGroup, positives, groups, alerts }) => {
        const penalties = [{ ...CHALLENGE.penalties[0], smallestGroup }];
        const challenge = { ...CHALLENGE, budgetShare, penalties };
        const labels = labelsOf(n, disjoint(positives), groups);
        const plain: readonly PlainAlert[] = alerts;
        const alerted = alertsOf(n, plain);
        const resamples = resamplesOf(labels, new Uint8Array(32).fill(7), 12);
        const { score, details, replicates } = scoreOf({ challenge, labels, alerts: alerted, resamples });
        const reference = referenceScore(
          challenge,
          labels,
          alerted,
          Array.from({ length: n }, () => 1),
        );
        expect(Math.abs(score.points - reference.points)).toBeLessThan(1e-10);
        for (const id of ["ranking", "budget", "indicators", "evidence", "roles"] as const) {
          expect(Math.abs(score.parts[id] - reference.parts[id])).toBeLessThan(1e-12);
        }
        expect(Math.abs(score.penalties["harm"] - reference.harm)).toBeLessThan(1e-12);
        expect(Math.abs(details.hits - reference.hits)).toBeLessThan(1e-12);
        expect(Math.abs(details.averagePrecision - reference.ap)).toBeLessThan(1e-12);
        expect(Math.abs(details.worstRate - reference.worst)).toBeLessThan(1e-12);
        expect(Math.abs(details.misnamed - reference.misnamed)).toBeLessThan(1e-12);
        resamples.each((counts, i) => {
          const times = Array.from(labels.units.ofSubject, (unit) => counts[unit]);
          expect(Math.abs(replicates[i] - referenceScore(challenge, labels, alerted, times).points)).toBeLessThan(1e-10);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("constant and empty output give exactly 0, whatever roles and findings they carry, in every resample", () => {
    fc.assert(
      fc.property(world, fc.constantFrom(0, 0.3, 1), role, findings, fc.boolean(), (plain, score, named, found, empty) => {
        const { n } = plain;
        const labels = labelsOf(n, disjoint(plain.positives), plain.groups);
        const alerts = empty ? [] : Array.from({ length: n }, (_, account) => ({ account, score, role: named, findings: found }));
        const challenge = { ...CHALLENGE, budgetShare: plain.budgetShare };
        const resamples = resamplesOf(labels, new Uint8Array(32), 20);
        const run = scoreOf({ challenge, labels, alerts: alertsOf(n, alerts), resamples });
        expect(run.score.points).toBe(0);
        expect(run.score.parts).toEqual({ ranking: 0, budget: 0, indicators: 0, evidence: 0, roles: 0 });
        expect([...run.replicates].every((points) => points === 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
