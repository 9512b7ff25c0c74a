/** What the kind *ranking* measures; what each is worth stands in `scoring`. */
import { Type, type Static, type TObject } from "@sinclair/typebox";
import type { Measure } from "../kind-spec.ts";

const HARM_PARAMETERS = {
  /** Of challenges of before 2.0.0, which are shown as they were and scored no more: the largest share of the score it took. */
  weight: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  /** Likewise: the rate at which a look-alike group cost all of that. */
  cap: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
  /** Groups with fewer lawful members are shown and not judged. */
  smallestGroup: Type.Integer({ minimum: 1 }),
};

export type HarmRules = Static<TObject<typeof HARM_PARAMETERS>>;

export const RANKING_MEASURES = [
  {
    id: "ranking",
    as: "part",
    name: { en: "Ranking", fr: "Ordre" },
    asks: { en: "Do the accounts that matter come first?", fr: "Les comptes importants viennent-ils en premier?" },
    needs: ["positives"],
    parameters: {},
  },
  {
    id: "budget",
    as: "part",
    name: { en: "Budget", fr: "Budget d’analyse" },
    head: { en: "Budget", fr: "Budget" },
    asks: {
      en: "Are the alerts that analysts have time for right?",
      fr: "Les alertes que l’équipe d’analyse a le temps d’examiner sont-elles justes?",
    },
    needs: ["positives"],
    parameters: {},
  },
  {
    id: "indicators",
    as: "part",
    name: { en: "Indicators", fr: "Indicateurs" },
    asks: { en: "Do you name the signs that were planted?", fr: "Nommez-vous les signes qui ont été placés?" },
    needs: ["findings.indicator"],
    parameters: {},
  },
  {
    id: "evidence",
    as: "part",
    name: { en: "Evidence", fr: "Éléments de preuve" },
    head: { en: "Evidence", fr: "Preuves" },
    asks: { en: "Do you cite the transactions that show them?", fr: "Citez-vous les opérations qui les montrent?" },
    needs: ["findings"],
    parameters: {},
  },
  {
    id: "roles",
    as: "part",
    name: { en: "Roles", fr: "Rôles" },
    asks: {
      en: "Do you tell who is exploited from who controls?",
      fr: "Distinguez-vous la personne exploitée de celle qui contrôle?",
    },
    needs: ["positives.role"],
    parameters: {},
  },
  {
    id: "harm",
    as: "penalty",
    name: { en: "Harm", fr: "Tort" },
    noun: { en: "harm", fr: "le tort" },
    asks: {
      en: "Would lawful people be questioned for nothing?",
      fr: "Des gens honnêtes seraient-ils interrogés pour rien?",
    },
    askedBefore: {
      en: "Would lawful people be questioned, or exploited people suspected?",
      fr: "Des gens honnêtes seraient-ils interrogés, des personnes exploitées soupçonnées?",
    },
    needs: ["groups"],
    parameters: HARM_PARAMETERS,
  },
] as const satisfies readonly Measure[];
