import fc from "fast-check";
import { expect, test } from "vitest";
import { alertsOf } from "../../../test/tiny-split.ts";
import { eachInTextOrder, rankAlerts } from "./ranked-alerts.ts";

test("ids are walked in the order of their digits as text, each once", () => {
  for (const count of [0, 1, 2, 9, 10, 11, 12, 99, 100, 101, 110, 119, 999, 1000, 1234, 20_001]) {
    const walked: number[] = [];
    eachInTextOrder(count, (id) => walked.push(id));
    const byText = Array.from({ length: count }, (_, id) => id).sort((a, b) => (String(a) < String(b) ? -1 : 1));
    expect(walked).toEqual(byText);
  }
});

/** Few different scores, so that there are ties, among them the ends and the smallest number. */
const score = fc.constantFrom(0, Number.MIN_VALUE, 0.1, 0.25, 0.5, 0.5 + 2 ** -53, 1);

test("alerts come by score, then by their ids' text, and equal scores make a tie", () => {
  fc.assert(
    fc.property(fc.array(fc.option(score), { maxLength: 130 }), (scores) => {
      const alerts = scores.flatMap((each, account) => (each === null ? [] : [{ account, score: each }]));
      const { subjects, tieOf, tieOfSubject, tieCount } = rankAlerts(alertsOf(scores.length, alerts));
      const sorted = alerts.toSorted((a, b) => b.score - a.score || (String(a.account) < String(b.account) ? -1 : 1));
      expect([...subjects]).toEqual(sorted.map(({ account }) => account));
      const distinct = [...new Set(sorted.map((alert) => alert.score))];
      expect([...tieOf]).toEqual(sorted.map((alert) => distinct.indexOf(alert.score)));
      expect(tieCount).toBe(distinct.length);
      scores.forEach((each, account) => {
        if (each === null) expect(tieOfSubject[account]).toBeGreaterThan(tieCount);
        else expect(tieOfSubject[account]).toBe(distinct.indexOf(each));
      });
    }),
  );
});
