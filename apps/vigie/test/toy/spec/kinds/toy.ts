/** A kind for tests: name vessels, each with the one ping that gave it away. */
import { Type } from "@sinclair/typebox";
import type { KindSpec, Measure } from "@vigie/spec";

function part(id: string, en: string, fr: string, needs: string): Measure {
  return { id, as: "part", name: { en, fr }, asks: { en: `${en}?`, fr: `${fr}, vraiment?` }, needs: [needs], parameters: {} };
}

export const KINDS: Readonly<Record<string, KindSpec>> = {
  toy: {
    id: "toy",
    asks: { guesses: Type.Integer({ minimum: 1 }) },
    caps: {},
    measures: [
      part("spotted", "Spotted", "Repérées", "culprits"),
      part("proven", "Proven", "Prouvées", "culprits.ping"),
      { ...part("clamour", "Clamour", "Vacarme", "culprits"), as: "penalty", parameters: { weight: Type.Number() } },
    ],
    details: Type.Object({ named: Type.Integer(), right: Type.Integer(), sought: Type.Integer() }),
    mistake: Type.Object({ subject: Type.Integer(), missed: Type.Boolean() }),
    faults: ["foreign-ping"],
    delivery: "whole",
    problems: () => [],
  },
};
