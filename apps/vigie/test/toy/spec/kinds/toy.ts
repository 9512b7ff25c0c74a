/** A kind for tests: name vessels, each with the one ping that gave it away. */
import { Type } from "@sinclair/typebox";
import type { KindSpec } from "@vigie/spec";

export const KINDS: Readonly<Record<string, KindSpec>> = {
  toy: {
    id: "toy",
    asks: { guesses: Type.Integer({ minimum: 1 }) },
    caps: {},
    measures: [
      {
        id: "spotted",
        as: "part",
        name: { en: "Spotted", fr: "Repérées" },
        asks: { en: "Who was found?", fr: "Qui a été trouvé?" },
        needs: ["culprits"],
        parameters: {},
      },
      {
        id: "proven",
        as: "part",
        name: { en: "Proven", fr: "Prouvées" },
        asks: { en: "By which ping?", fr: "Par quel signal?" },
        needs: ["culprits.ping"],
        parameters: {},
      },
      {
        id: "clamour",
        as: "penalty",
        name: { en: "Clamour", fr: "Vacarme" },
        asks: { en: "Who was named for nothing?", fr: "Qui a été nommé pour rien?" },
        needs: [],
        parameters: { weight: Type.Number({ minimum: 0, maximum: 1 }) },
      },
    ],
    details: Type.Object({ named: Type.Integer(), right: Type.Integer(), sought: Type.Integer() }),
    mistake: Type.Object({ subject: Type.Integer(), missed: Type.Boolean() }),
    faults: ["foreign-ping", "too-many-guesses"],
    delivery: "whole",
    problems: () => [],
  },
};
