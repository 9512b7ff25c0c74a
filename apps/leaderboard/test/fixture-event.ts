/** An event to look at: sixteen teams in bands, three references, teams without a score, and runs in every state. */
import { join } from "node:path";
import type { ChallengeSpec, Exhibit, PracticeReport, Reason, Score, StandingRow, Verdict } from "@vigie/spec";
import { checkedChallenge, loadChallenge } from "@vigie/spec/node";
import type { RankingDetails, RankingMistake } from "@vigie/spec/ranking";
import { settingsFrom, type EventSettings, type NewSettings, type Run, type Submission, type Team } from "@vigie/store";

const SAID: NewSettings = {
  id: "lighthouse",
  name: { en: "Lighthouse 2026", fr: "Phare 2026" },
  timeZone: "America/Halifax",
  opensAt: new Date(Date.now() - 26 * 3_600_000).toISOString(),
  closesAt: new Date(Date.now() + 6 * 3_600_000).toISOString(),
  helpLine: {
    name: { en: "Canadian Human Trafficking Hotline", fr: "Ligne d’urgence canadienne contre la traite des personnes" },
    phone: "1-833-900-1010",
  },
  secretCommitment: "9f2c71e0a84d3b165e02c8d14f7ab93c9f2c71e0a84d3b165e02c8d14f7ab93c",
  demo: false,
};
export const EVENT: EventSettings = settingsFrom(SAID, []);

export const CHALLENGE = loadChallenge(join(import.meta.dirname, "../../../challenges/follow-the-money"));

/** As events of before 2.0.0 keep it: shown as it was, and judged no more. */
export const BEFORE: ChallengeSpec = checkedChallenge(
  {
    ...CHALLENGE,
    ...{ version: "1.0.0", dataset: { ...CHALLENGE.dataset, version: "1.0.0" } },
    penalties: [{ measure: "harm", weight: 0.5, cap: 0.2, smallestGroup: 20 }],
  },
  "event",
);

/** Of the same kind, with other parts and no penalty: for events of two challenges. */
export const SECOND: ChallengeSpec = {
  ...CHALLENGE,
  id: "name-the-signs",
  title: { en: "Name the signs", fr: "Nommer les signes" },
  summary: {
    en: "Say which signs an account shows, and cite the rows that show them.",
    fr: "Dites quels signes un compte présente, et citez les rangées qui les montrent.",
  },
  parts: [
    { measure: "indicators", weight: 0.6 },
    { measure: "evidence", weight: 0.4 },
  ],
  penalties: [],
  attemptsPerDay: 5,
};

/** Name, band, score, half the interval, harm. */
const TEAMS = [
  ["Les Lucioles", 1, 62, 6, 0.11],
  ["Night Heron", 1, 61, 5, 0.1],
  ["Fil d’Ariane", 1, 59, 6, 0.14],
  ["Northern Current", 2, 54, 6, 0.13],
  ["Phare Ouest", 2, 51, 6, 0.14],
  ["Tidewatch", 2, 49, 5, 0.12],
  ["Kite & Key", 2, 48, 6, 0.13],
  ["Sable Seven", 2, 47, 5, 0.12],
  ["La Boussole", 3, 44, 6, 0.1],
  ["Octets du Nord", 3, 38, 6, 0.16],
  ["Second Star", 3, 36, 7, 0.15],
  ["Les Goélands", 3, 34, 5, 0.14],
  ["Quiet Signal", 4, 28, 6, 0.21],
  ["Marée haute", 4, 26, 6, 0.18],
  ["Binary Beavers", 5, 18, 5, 0.26],
  ["First Light", 5, 13, 5, 0.29],
] as const;

const BASELINES = [
  ["Organizers’ reference", 54, 5, 0.09],
  ["Starter kit, unchanged", 17, 4, 0.22],
  ["Random order", 0, 1, 0.03],
] as const;

/** Without a score: the latest verdict. */
const WAITING: readonly (readonly [string, Verdict | null])[] = [
  ["<img src=x onerror=alert(1)>", "runtime_error"],
  ["Étoile du berger", "time_limit"],
  ["Lantern Keepers", null],
];

function partsOf(score: number): Score["parts"] {
  const share = (factor: number): number => Math.round(Math.min(99, score * factor)) / 100;
  return { ranking: share(1.22), budget: share(1.3), indicators: share(0.98), evidence: share(0.72), roles: share(0.9) };
}

function historyOf(score: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.round(score * (0.45 + 0.55 * Math.sqrt((i + 1) / count))));
}

export const OWN: Team = { id: "t5", name: "Tidewatch", baseline: false };
export const OTHER: Team = { id: "t0", name: "Les Lucioles", baseline: false };

export function standingRows(count: number = TEAMS.length): StandingRow[] {
  const scored = Array.from({ length: count }, (_, i): StandingRow => {
    const [name, band, points, half, harm] = TEAMS[i % TEAMS.length];
    const score = count > TEAMS.length ? Math.max(1, Math.round(70 - (70 * i) / count)) : points;
    return {
      team: `t${i}`,
      teamName: i < TEAMS.length ? name : `${name} ${Math.floor(i / TEAMS.length) + 1}`,
      baseline: false,
      rank: i + 1,
      band: count > TEAMS.length ? Math.floor(i / 9) + 1 : band,
      score,
      interval: [Math.max(0, score - half), score + half],
      parts: partsOf(score),
      penalties: { harm },
      history: historyOf(score, (i % 13) + 2),
      attempts: (i % 13) + 3,
      verdict: i === 7 ? "memory_limit" : "accepted",
      submission: `s-t${i}`,
      judgedAt: new Date(Date.now() - (i + 1) * 1_100_000).toISOString(),
    };
  });
  const references = BASELINES.map(([teamName, score, half, harm], i): StandingRow => ({
    team: `b${i}`,
    teamName,
    baseline: true,
    rank: null,
    band: null,
    score,
    interval: [Math.max(0, score - half), score + half],
    parts: partsOf(score),
    penalties: { harm },
    history: [score],
    attempts: 1,
    verdict: "accepted",
    submission: `s-b${i}`,
    judgedAt: EVENT.opensAt,
  }));
  const waiting = WAITING.map(([teamName, verdict], i): StandingRow => ({
    team: `w${i}`,
    teamName,
    baseline: false,
    rank: null,
    band: null,
    score: null,
    interval: null,
    parts: null,
    penalties: null,
    history: [],
    attempts: verdict === null ? 0 : i + 1,
    verdict,
    submission: null,
    judgedAt: verdict === null ? null : EVENT.opensAt,
  }));
  return [...scored, ...references].toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)).concat(waiting);
}

const SCORE: Score = {
  points: 48.83,
  low: 43.41,
  high: 54.27,
  parts: { ranking: 0.613, budget: 0.622, indicators: 0.471, evidence: 0.352, roles: 0.441 },
  penalties: { harm: 0.1243 },
};
export const HIDDEN_SCORE: Score = {
  points: 49,
  low: 44,
  high: 54,
  parts: { ranking: 0.6, budget: 0.62, indicators: 0.48, evidence: 0.36, roles: 0.44 },
  penalties: { harm: 0.12 },
};

function curve(): RankingDetails["curve"] {
  return Array.from({ length: 60 }, (_, i) => ({
    recall: Math.min(1, (i + 1) / 48),
    precision: Math.max(0.02, i < 14 ? 1 : 1 - (i - 14) * 0.02),
    alerts: Math.round((i + 1) * 1.8),
  }));
}

const DETAILS: RankingDetails = {
  subjects: 5000,
  positives: 50,
  budget: 50,
  alerts: 108,
  hits: 31,
  averagePrecision: 0.64,
  precisionAtBudget: 0.62,
  recallAtBudget: 0.62,
  worstGroup: "newcomers-sending-money-home",
  worstRate: 0.17,
  misnamed: 2 / 14,
  exploitedWithinBudget: 14,
  groups: [
    { group: "newcomers-sending-money-home", members: 41, flagged: 7, rate: 7 / 41, judged: true },
    { group: "touring-performers", members: 36, flagged: 4, rate: 4 / 36, judged: true },
    { group: "self-employed-personal-services", members: 58, flagged: 3, rate: 3 / 58, judged: true },
    { group: "night-shift-and-event-staff", members: 112, flagged: 3, rate: 3 / 112, judged: true },
    { group: "students-sharing-rent", members: 74, flagged: 1, rate: 1 / 74, judged: true },
    { group: "gig-drivers", members: 12, flagged: 0, rate: 0, judged: false },
  ],
  indicators: [
    { indicator: "cash-night-or-many-cities", planted: 16, found: 14, wrong: 1 },
    { indicator: "small-ad-payments", planted: 12, found: 11, wrong: 0 },
    { indicator: "short-stays-many-cities", planted: 13, found: 0, wrong: 0 },
    { indicator: "high-ad-spending", planted: 8, found: 5, wrong: 2 },
  ],
  curve: curve(),
};

const MISTAKES: RankingMistake[] = [
  {
    kind: "missed",
    subject: 2714,
    rank: 212,
    score: 0.31,
    role: { named: null, planted: "exploited" },
    groups: [],
    indicators: [
      { indicator: "short-stays-many-cities", planted: true, named: false, evidence: { planted: 8, found: 0, wrong: 0 } },
    ],
  },
  {
    kind: "false-alarm",
    subject: 77,
    rank: 23,
    score: 0.74,
    role: { named: "controller", planted: null },
    groups: ["newcomers-sending-money-home"],
    indicators: [{ indicator: "small-ad-payments", planted: false, named: true, evidence: { planted: 0, found: 0, wrong: 4 } }],
  },
  {
    kind: "wrong-reason",
    subject: 4090,
    rank: 8,
    score: 0.93,
    role: { named: "controller", planted: "exploited" },
    groups: [],
    indicators: [
      { indicator: "cash-night-or-many-cities", planted: true, named: true, evidence: { planted: 8, found: 5, wrong: 1 } },
    ],
  },
];

/** What a hostile detector may leave in its log. */
export const HOSTILE_LOG =
  "\u001b[2J\u001b[31mred\u001b[0m <script>alert(1)</script>\r\n\u202egnp.exe\u0007\n" +
  "a".repeat(400) +
  "\n5,000 accounts read in 0.8 s\n";

export const REPORT: PracticeReport = {
  kind: "ranking",
  score: SCORE,
  details: DETAILS,
  mistakes: MISTAKES,
  fault: null,
  log: HOSTILE_LOG,
  logTruncated: true,
  resources: { wallMs: 4100, cpuMs: 3800, memoryPeakMiB: 312.4, outputBytes: 620_000, logBytes: 812 },
};

export const FAILED_REPORT: PracticeReport = {
  kind: "ranking",
  score: null,
  details: null,
  mistakes: [],
  fault: { code: "unknown-indicator", line: 3, found: "<b>smal-ad-payments</b>", expected: "small-ad-payments" },
  log: "",
  logTruncated: false,
  resources: { wallMs: 900, cpuMs: null, memoryPeakMiB: null, outputBytes: 9000, logBytes: 0 },
};

export function run(
  split: "practice" | "public",
  more: Partial<Run> & { readonly verdict: Verdict | null; readonly reason?: Reason | null },
): Run {
  const queuedAt = EVENT.opensAt;
  const base: Run = {
    id: `r-${split}`,
    split,
    state: more.verdict === null ? "queued" : "judged",
    verdict: null,
    reason: more.verdict,
    score: null,
    practice: null,
    receipt: null,
    queuedAt,
    judgedAt: more.verdict === null ? null : queuedAt,
  };
  return { ...base, ...more };
}

const DIGEST = "3f9ac1d705be42a891c7e06d4b28f3a5e8d01c967a53fb240de9b87156c2a40f";

export function submission(id: string, team: Team, attempt: number, practice: Run, hidden: Run | null): Submission {
  return {
    id,
    team,
    challenge: CHALLENGE.id,
    attempt,
    receivedAt: new Date(Date.now() - (20 - attempt) * 900_000).toISOString(),
    digest: DIGEST,
    sentDigest: DIGEST,
    bytes: 38_912,
    files: 3,
    language: "typescript",
    practice,
    public: hidden,
  };
}

const PRACTISED = run("practice", { verdict: "accepted", score: SCORE, practice: REPORT });

/** Newest first: own team's in every state, and one of another team. */
export const SUBMISSIONS: readonly Submission[] = [
  submission("s-queued", OWN, 15, run("practice", { verdict: null }), null),
  submission("s-judging", OWN, 14, PRACTISED, run("public", { verdict: null, state: "judging" })),
  submission("s-wrong", OWN, 13, run("practice", { verdict: "wrong_output", practice: FAILED_REPORT }), null),
  submission("s-own", OWN, 12, PRACTISED, run("public", { verdict: "accepted", score: HIDDEN_SCORE })),
  submission("s-hidden-failed", OWN, 11, PRACTISED, run("public", { verdict: "time_limit" })),
  submission("s-other", OTHER, 9, PRACTISED, run("public", { verdict: "accepted", score: { ...HIDDEN_SCORE, points: 62 } })),
];

/** One run of the own team, for the second challenge: sent before its newest of the first. */
export const SECOND_SUBMISSIONS: readonly Submission[] = [
  {
    ...submission("s-second", OWN, 2, PRACTISED, run("public", { verdict: "accepted", score: { ...HIDDEN_SCORE, points: 31 } })),
    challenge: SECOND.id,
  },
];

export const EXHIBIT: Exhibit = {
  subject: MISTAKES[0].subject,
  tables: { transactions: { columns: ["transaction", "amount_cents"], rows: [[4503599627, 20_000]] } },
  planted: [{ id: 4503599627, indicator: "short-stays-many-cities" }],
};
