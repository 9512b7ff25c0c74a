/** Stored JSON as versions before kinds wrote it, and what becomes of it. Texts, as the database holds them. */

const WORDS = {
  id: "follow-the-money",
  version: "1.0.0",
  title: { en: "Follow", fr: "Suivre" },
  summary: { en: "It.", fr: "Le." },
  dataset: { id: "follow-the-money", version: "1.0.0" },
  budgetShare: 0.01,
  interval: { resamples: 2000, level: 0.95 },
  precisionPoints: 1,
  attemptsPerDay: 20,
  limits: { cpuMs: 1, wallMs: 1, memoryMiB: 1, tmpMiB: 1, outputMiB: 1, logKiB: 1, sourceMiB: 1 },
  caps: { lineBytes: 65536, findingsPerAlert: 20, evidencePerFinding: 500 },
};
const HARM = { weight: 0.5, cap: 0.2, smallestGroup: 20 };
const OWN = { id: "ours", version: "2.0.0", title: { en: "Ours", fr: "Le nôtre" }, imported: true };
const DIGESTS = { inputsDigest: "ab".repeat(32), labelsCommitment: "cd".repeat(32) };
const PARTS = { ranking: 0.1 + 0.2, budget: -0.125, indicators: 0, evidence: 1 / 3, roles: 1 };
const NUMBERS = { points: 100 / 7, low: -3.5, high: 1e-17 };
const RESOURCES = { wallMs: 1.5, cpuMs: null, memoryPeakMiB: null, outputBytes: 10, logBytes: 0 };
const MISTAKE = { kind: "missed", rank: null, score: null, role: { named: null, planted: "mule" }, groups: [], indicators: [] };
const COUNTS = { positives: 3, budget: 5, curve: [{ recall: 1, precision: 1 / 3, alerts: 9 }] };
const LOG = { log: "a\0b\ud800", logTruncated: false };
const RESULT = { history: [51], attempts: 2, verdict: "accepted", submission: "s1", judgedAt: "2026-01-01T00:00:00.000Z" };
const PLACE = { rank: 1, band: 1, score: 51, interval: [40, 60], parts: PARTS };
const ROW = { ...{ team: "t", teamName: "T", baseline: false }, ...PLACE, ...RESULT };
const NOTHING = { history: [], attempts: 0, verdict: null, submission: null, judgedAt: null };
const NO_PLACE = { rank: null, band: null, score: null, interval: null, parts: null };
const EMPTY_ROW = { ...{ team: "u", teamName: "U", baseline: false }, ...NO_PLACE, ...NOTHING };

/** Of each form: what stood there, and what stands there now. */
export const OLD_FORMS = {
  spec: [
    {
      ...WORDS,
      splits: {
        practice: { accounts: 5000 },
        public: { accounts: 700, own: { ...OWN, ...DIGESTS } },
        final: { accounts: 20000 },
      },
      weights: { ranking: 0.5, budget: 0.2, indicators: 0.15, evidence: 0.15, roles: 0 },
      harm: HARM,
    },
    {
      ...WORDS,
      kind: "ranking",
      world: "bank",
      sizes: { practice: { accounts: 5000 }, public: { accounts: 700 }, final: { accounts: 20000 } },
      own: { public: { ...OWN, ...DIGESTS } },
      parts: [
        { measure: "ranking", weight: 0.5 },
        { measure: "budget", weight: 0.2 },
        { measure: "indicators", weight: 0.15 },
        { measure: "evidence", weight: 0.15 },
        { measure: "roles", weight: 0 },
      ],
      penalties: [{ measure: "harm", ...HARM }],
    },
  ],
  score: [
    { ...NUMBERS, parts: PARTS, harm: 0.07 },
    { ...NUMBERS, parts: PARTS, penalties: { harm: 0.07 } },
  ],
  practice: [
    {
      score: { ...NUMBERS, parts: PARTS, harm: 0.07 },
      details: { accounts: 5000, ...COUNTS },
      mistakes: [{ ...MISTAKE, account: 17 }],
      ...{ fault: null, ...LOG, resources: RESOURCES },
    },
    {
      kind: "ranking",
      score: { ...NUMBERS, parts: PARTS, penalties: { harm: 0.07 } },
      details: { subjects: 5000, ...COUNTS },
      mistakes: [{ ...MISTAKE, subject: 17 }],
      ...{ fault: null, ...LOG, resources: RESOURCES },
    },
  ],
  refusedPractice: [
    { ...{ score: null, details: null, mistakes: [] }, fault: { code: "doubled-account", line: 2 }, ...LOG, resources: null },
    {
      ...{ kind: "ranking", score: null, details: null, mistakes: [] },
      ...{ fault: { code: "doubled-subject", line: 2 }, ...LOG, resources: null },
    },
  ],
  rows: [
    [
      { ...ROW, harm: 0.02 },
      { ...EMPTY_ROW, harm: null },
    ],
    [
      { ...ROW, penalties: { harm: 0.02 } },
      { ...EMPTY_ROW, penalties: null },
    ],
  ],
} as const;

/** A receipt as it was signed. */
export const OLD_RECEIPT = { receipt: { receipt: 1, score: OLD_FORMS.score[0] }, publicKey: "key", signature: "signature" };

function json(value: unknown): string {
  return `'${JSON.stringify(value).replaceAll("'", "''")}'`;
}

/** Takes a database that is up to date back before events were run. */
export const BEFORE_EVENTS: readonly string[] = [
  "delete from kysely_migration where name >= '0007'",
  "drop table event_acts, announcements, choices, kept_instants, frozen_rows, frozen_boards, event_clock",
  "drop function acts_are_append_only, event_now cascade",
  ...["runs.queued_at", "jobs.queued_at", "audit.at", "codes.issued_at"]
    .map((each) => each.split("."))
    .map(([table, column]) => `alter table ${table} alter ${column} set default now()`),
  `alter table teams drop key, drop language, drop division, drop entry, drop reason, drop hidden, drop named, drop erased_at,
    drop consented_at`,
  "alter table codes drop signed_in_at",
  "alter table submissions drop withdrawn_at, drop given_back_at",
  "alter table boards drop touches",
  "alter table board_rows drop touched",
  "drop index runs_judged",
];

/** Takes a database that is up to date, and empty, back before kinds, and fills it as a version of then would have. */
export const BEFORE_KINDS: readonly string[] = [
  ...BEFORE_EVENTS,
  "delete from kysely_migration where name >= '0004'",
  "drop table board_waits",
  "drop table board_rows",
  "drop table boards",
  "create table standings (challenge_id text references challenges, version integer, rows json, primary key (challenge_id, version))",
  "alter table submissions drop column sent_digest",
  "drop table exhibits",
  "alter table splits rename column subjects to accounts",
  `insert into challenges (id, position, spec) values ('follow-the-money', 0, ${json(OLD_FORMS.spec[0])})`,
  `insert into revisions (challenge_id, revision, spec, state) values ('follow-the-money', 0, ${json(OLD_FORMS.spec[0])}, 'current')`,
  `insert into splits (challenge_id, split, inputs_digest, labels_commitment, accounts) values
    ('follow-the-money', 'practice', 'i', 'l', 5000), ('follow-the-money', 'public', 'i', 'l', 700)`,
  "insert into teams (id, name, name_key, baseline) values ('t', 'T', 't', false), ('u', 'U', 'u', false)",
  `insert into submissions (id, team_id, challenge_id, attempt, received_at, day, counted, digest, bytes, files, format, language)
    select 's' || n, 't', 'follow-the-money', n, now(), '2026-01-01', true, 'd', 1, 1, 'tar.gz', 'python' from generate_series(1, 3) n`,
  `insert into runs (id, submission_id, team_id, challenge_id, split, state, verdict, reason, score, points, practice, receipt) values
    ('s1-practice', 's1', 't', 'follow-the-money', 'practice', 'judged', 'accepted', 'accepted', ${json(OLD_FORMS.score[0])},
      14.3, ${json(OLD_FORMS.practice[0])}, ${json(OLD_RECEIPT)}),
    ('s1-public', 's1', 't', 'follow-the-money', 'public', 'judged', 'accepted', 'accepted', ${json(OLD_FORMS.score[0])},
      14, null, ${json(OLD_RECEIPT)}),
    ('s2-practice', 's2', 't', 'follow-the-money', 'practice', 'judged', 'wrong_output', 'wrong_output', null,
      null, ${json(OLD_FORMS.refusedPractice[0])}, null)`,
  "insert into runs (id, submission_id, team_id, challenge_id, split, state) values ('s3-practice', 's3', 't', 'follow-the-money', 'practice', 'queued')",
  "insert into jobs (id, kind, challenge_id, split, run_id, state) values ('j', 'run', 'follow-the-money', 'practice', 's3-practice', 'queued')",
  `insert into run_secrets (run_id, score, replicates) values ('s1-public', ${json(OLD_FORMS.score[0])}, decode('000000000000f03f', 'hex'))`,
  `insert into standings (challenge_id, version, rows) values ('follow-the-money', 1, ${json(OLD_FORMS.rows[0])}),
    ('follow-the-money', 2, ${json(OLD_FORMS.rows[0])})`,
];
