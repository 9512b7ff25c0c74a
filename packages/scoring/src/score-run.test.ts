import { expect, test } from "vitest";
import { CHALLENGE, truthOf } from "../test/tiny-split.ts";
import { drawResamples, openScoring, OutputStream, scoreRun, type OpenScoring } from "./index.ts";
import { LineFault } from "./line-fault.ts";

/** A kind of its own: a line says a number on a day; the measure *sum* is worth all of them, *half* and *tenth* take shares. */
function toy(asked: Set<string>): OpenScoring {
  const values: Readonly<Record<string, number>> = { half: 0.5, tenth: 0.1, unlisted: Number.NaN };
  return {
    stratumOfUnit: new Int32Array(3),
    reader() {
      let sum = 0;
      return {
        required: ["number"],
        line(members, day) {
          const node = members.get("number");
          if (node?.kind !== "number") throw new LineFault("no-number", node?.raw);
          sum += node.value * (day ?? 0);
        },
        end: () => ({
          weigh: () => (measure) => {
            asked.add(measure);
            return values[measure] ?? sum;
          },
          learn: () => ({ details: { sum }, mistakes: [] }),
        }),
      };
    },
    planted: () => [],
  };
}

const challenge = {
  ...CHALLENGE,
  parts: [
    { measure: "sum", weight: 0.75 },
    { measure: "half", weight: 0.25 },
  ],
  penalties: [{ measure: "tenth" }, { measure: "half" }],
};
const utf8 = new TextEncoder();

test("another kind has lines, days and measures of its own; only those that are listed are asked for, in their order", () => {
  const asked = new Set<string>();
  const scoring = toy(asked);
  let day = 1;
  const stream = new OutputStream({ challenge, scoring, day: () => day });
  stream.push(utf8.encode('{"number":0.25}\n'));
  day = 2;
  stream.push(utf8.encode('{"number":0.125,"end":1}\n{"end":2}\n'));
  const read = stream.end();
  if (!read.ok) throw new Error(read.fault.code);
  const resamples = drawResamples({ stratumOfUnit: scoring.stratumOfUnit, seed: new Uint8Array(32), count: 4 });
  const { score, details, replicates } = scoreRun({ challenge, scoring, scorable: read.scorable, resamples });
  const points = 100 * (0.75 * 0.5 + 0.25 * 0.5) * (1 - 0.1) * (1 - 0.5);
  expect(score).toEqual({
    points,
    low: points,
    high: points,
    parts: { sum: 0.5, half: 0.5 },
    penalties: { tenth: 0.1, half: 0.5 },
  });
  expect(details).toEqual({ sum: 0.5 });
  expect([...replicates]).toEqual([points, points, points, points]);
  expect([...asked]).toEqual(["sum", "half", "tenth"]);
});

test("a fault of the kind's own stands with its line", () => {
  const stream = new OutputStream({ challenge, scoring: toy(new Set()) });
  stream.push(utf8.encode('{"number":1}\n{"number":"1"}\n'));
  expect(stream.end()).toEqual({ ok: false, fault: { code: "no-number", line: 2, found: '"1"' } });
});

test("an unknown kind is refused with those that there are", () => {
  expect(() => openScoring({ ...challenge, kind: "guessing" }, truthOf(1, {}))).toThrow(/ranking.*"guessing"/);
});
