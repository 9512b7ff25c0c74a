/** A practice run that looks like a real one, for tests and for looking at. */
import type { RankingChallenge, RankingDetails, RankingMistake, RankingReport } from "@vigie/spec/ranking";
import type { Score } from "@vigie/spec";

export const SCORE: Score = {
  points: 48.83,
  low: 41.2,
  high: 55.9,
  parts: { ranking: 0.71, budget: 0.62, indicators: 0.48, evidence: 0.31, roles: 0.4 },
  penalties: { harm: 0.1217 },
};

function curve(): RankingDetails["curve"] {
  let right = 0;
  return Array.from({ length: 200 }, (_, i) => {
    const alerts = i + 1;
    right +=
      alerts <= 20
        ? alerts === 17 || alerts === 19
          ? 0
          : 1
        : alerts <= 50
          ? alerts % 9 < 4
            ? 1
            : 0
          : alerts % 17 === 0
            ? 1
            : 0;
    return { alerts, precision: right / alerts, recall: Math.min(1, right / 50) };
  });
}

const CURVE = curve();

export const DETAILS: RankingDetails = {
  subjects: 5000,
  positives: 50,
  budget: 50,
  alerts: 212,
  hits: CURVE[49].recall * 50,
  averagePrecision: 0.71,
  precisionAtBudget: CURVE[49].precision,
  recallAtBudget: CURVE[49].recall,
  worstGroup: "newcomers-sending-money-home",
  worstRate: 7 / 41,
  misnamed: 2 / 14,
  exploitedWithinBudget: 14,
  groups: [
    { group: "touring-performers", members: 36, flagged: 4, rate: 4 / 36, judged: true },
    { group: "newcomers-sending-money-home", members: 41, flagged: 7, rate: 7 / 41, judged: true },
    { group: "self-employed-personal-services", members: 58, flagged: 3, rate: 3 / 58, judged: true },
    { group: "night-shift-and-event-staff", members: 112, flagged: 3.5, rate: 3.5 / 112, judged: true },
    { group: "students-sharing-rent", members: 74, flagged: 0, rate: 0, judged: true },
    { group: "small-cash-businesses", members: 12, flagged: 1, rate: 1 / 12, judged: false },
  ],
  indicators: [
    { indicator: "cash-night-or-many-cities", planted: 16, found: 14, wrong: 1 },
    { indicator: "small-ad-payments", planted: 12, found: 11, wrong: 0 },
    { indicator: "short-stays-many-cities", planted: 13, found: 0, wrong: 0 },
    { indicator: "several-rents", planted: 29, found: 13, wrong: 4 },
    { indicator: "frequent-tickets", planted: 0, found: 0, wrong: 3 },
  ],
  curve: CURVE,
};

export const MISTAKES: readonly RankingMistake[] = [
  {
    kind: "missed",
    subject: 4711,
    rank: 212,
    score: 0.12,
    role: { named: null, planted: "exploited" },
    groups: [],
    indicators: [
      { indicator: "short-stays-many-cities", planted: true, named: false, evidence: { planted: 8, found: 0, wrong: 0 } },
    ],
  },
  {
    kind: "false-alarm",
    subject: 88,
    rank: 23,
    score: 0.81,
    role: { named: "controller", planted: null },
    groups: ["newcomers-sending-money-home"],
    indicators: [{ indicator: "several-rents", planted: false, named: true, evidence: { planted: 0, found: 0, wrong: 4 } }],
  },
  {
    kind: "wrong-reason",
    subject: 1203,
    rank: 8,
    score: 0.97,
    role: { named: "controller", planted: "exploited" },
    groups: [],
    indicators: [{ indicator: "small-ad-payments", planted: true, named: true, evidence: { planted: 8, found: 1, wrong: 5 } }],
  },
];

export const PRACTICE: RankingReport = {
  kind: "ranking",
  score: SCORE,
  details: DETAILS,
  mistakes: [...MISTAKES],
  fault: null,
  log: "5,000 accounts read in 0.8 s\nmedian of an empty list: 0 was used\n",
  logTruncated: false,
  resources: { wallMs: 4120, cpuMs: 3900, memoryPeakMiB: 312, outputBytes: 640_000, logBytes: 64 },
};

export const HELP_LINE = {
  name: { en: "The Canadian Human Trafficking Hotline", fr: "La Ligne d’urgence canadienne contre la traite des personnes" },
  phone: "1-833-900-1010",
};

/** A challenge like Follow the money. */
export const CHALLENGE: RankingChallenge = {
  id: "follow-the-money",
  version: "1.0.0",
  kind: "ranking",
  world: "bank",
  title: { en: "Follow the money", fr: "Suivre l’argent" },
  summary: { en: "Rank accounts.", fr: "Classez des comptes." },
  dataset: { id: "follow-the-money", version: "1.0.0" },
  sizes: { practice: { accounts: 5000 }, public: { accounts: 10_000 }, final: { accounts: 20_000 } },
  budgetShare: 0.01,
  parts: [
    { measure: "ranking", weight: 0.4 },
    { measure: "budget", weight: 0.2 },
    { measure: "indicators", weight: 0.15 },
    { measure: "evidence", weight: 0.15 },
    { measure: "roles", weight: 0.1 },
  ],
  penalties: [{ measure: "harm", smallestGroup: 20 }],
  interval: { resamples: 2000, level: 0.95 },
  precisionPoints: 1,
  attemptsPerDay: 20,
  limits: { cpuMs: 10_000, wallMs: 30_000, memoryMiB: 1024, tmpMiB: 64, outputMiB: 16, logKiB: 256, sourceMiB: 5 },
  caps: { lineBytes: 65_536, findingsPerAlert: 20, evidencePerFinding: 500 },
};
