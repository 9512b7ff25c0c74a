/**
 * An attacker with a whole day's quota, against the running web app over a hidden split that is scored for real.
 *
 * The ceiling of docs/security.md counts the values that one submission may show. It holds if three things hold: what
 * is shown are these values alone, each on its grid; nothing else of the hidden run is in anything that can be
 * fetched; two runs that show the same values cannot be told apart.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { reasonSentence } from "@vigie/report";
import { roundedScore, VERDICTS, type Judgement, type Score } from "@vigie/spec";
import { CoinWeigher, logChoose } from "./attacker.ts";
import { openHiddenEvent, QUIET, type HiddenEvent } from "./hidden-event.ts";
import { CANARY, encodings, fingerprint, hiddenOf, LEAK, member, numbersOf, onGrid, withoutNames } from "./traces.ts";
import { listenTo, signIn, Visitor } from "./visitor.ts";

/** The ceiling as docs/security.md states it. */
const BITS_A_SUBMISSION = 8 * Math.log2(101) + Math.log2(100) + Math.log2(VERDICTS.length);
const PRACTISED: Judgement = {
  verdict: "accepted",
  reason: "accepted",
  score: {
    points: 7,
    low: 6,
    high: 8,
    parts: { ranking: 0, budget: 0, indicators: 0, evidence: 0, roles: 0 },
    penalties: { harm: 0 },
  },
  replicates: [],
  practice: QUIET,
};

/** Holds what is shown to the values that the ceiling counts. */
function expectGrids({ points, parts, harm }: ReturnType<typeof hiddenOf>): void {
  const { precisionPoints: step } = event.challenge;
  expect(onGrid(points, step, 100)).toBe(true);
  expect(onGrid(parts, step / 100, 1)).toBe(true);
  expect(onGrid(harm, step / 100, 1)).toBe(true);
}

let event: HiddenEvent;
beforeAll(async () => {
  event = await openHiddenEvent();
});
afterAll(() => event.close());

async function newTeam(name: string): Promise<Visitor> {
  const team = await event.store.createTeam({ name, baseline: false });
  return signIn(event.address, await event.store.issueCode({ role: "participant", team: team.id }));
}

/** Submits by one of the two ways in; tells the id of what was stored. */
async function submit(visitor: Visitor, turn: number, mark = String(turn)): Promise<string> {
  const { id: challenge } = event.challenge;
  const way = turn % 2 === 0 ? `/api/v1/challenges/${challenge}/submissions` : `/en/runs?challenge=${challenge}`;
  const answer = await visitor.send(way, await event.archive(mark));
  expect(answer.status).toBe(turn % 2 === 0 ? 201 : 303);
  const mine: unknown = JSON.parse((await visitor.ask("/api/v1/me/submissions")).body);
  const id = member(Array.isArray(mine) ? mine[0] : null, "id");
  if (typeof id !== "string") throw new Error("expected a submission");
  return id;
}

function pagesOf(id: string): string[] {
  const { id: challenge } = event.challenge;
  return [
    `/api/v1/submissions/${id}`,
    "/api/v1/me/submissions",
    `/api/v1/challenges/${challenge}/leaderboard`,
    ...["en", "fr"].flatMap((lang) => [
      `/${lang}/submissions/${id}`,
      `/${lang}/runs`,
      `/${lang}/challenges/${challenge}/leaderboard`,
      `/${lang}/challenges/${challenge}/leaderboard?fragment=1`,
    ]),
  ];
}

it.each([
  { attacker: "who knows nothing of the inputs", suspects: 1000 },
  { attacker: "whose detector left 100 suspects, with all positives among them", suspects: 100 },
])(
  "a day of an attacker $attacker shows values on their grids alone, and tells no more than the ceiling",
  async ({ suspects }) => {
    const { challenge, accounts, positives, address } = event;
    const truth = new Set(positives);
    const feed = await listenTo(`${address}/api/v1/challenges/${challenge.id}/feed`);
    const attacker = await newTeam(`Attackers ${suspects}`);
    const others = Array.from({ length: accounts }, (_, account) => account).filter((account) => !truth.has(account));
    // Spread among the positives, so that the order of account numbers tells nothing.
    const decoys = suspects - truth.size;
    const harmless = Array.from({ length: decoys }, (_, i) => others[Math.floor((i * others.length) / decoys)]);
    const pool = [...truth, ...harmless].sort((a, b) => a - b);
    const weigher = new CoinWeigher(
      { accounts: pool, positives: truth.size },
      { accounts, budget: Math.round(Number(member(challenge, "budgetShare")) * accounts) },
    );
    const before = weigher.bitsLeft;
    const unrounded: number[] = [];
    const outcomes = new Set<string>();
    let asked = 0;
    for (let turn = 0; turn < challenge.attemptsPerDay; turn++) {
      const query = weigher.next();
      if (query !== null) asked++;
      const scored = event.score(query?.named ?? [0]);
      const { score, replicates } = scored;
      unrounded.push(...numbersOf(score), ...replicates);
      const id = await submit(attacker, turn);
      await event.judge(PRACTISED, {
        ...{ verdict: "accepted", reason: "exception" },
        ...{ score, replicates: [...replicates], practice: LEAK },
      });
      for (const page of pagesOf(id)) await attacker.ask(page);
      const answer = attacker.log.findLast(({ path }) => path === `/api/v1/submissions/${id}`);
      const shown = hiddenOf(JSON.parse(answer?.body ?? ""));
      expectGrids(shown);
      expect([shown.points.length, shown.parts.length, shown.harm.length]).toEqual([3, 5, 1]);
      outcomes.add(JSON.stringify(shown));
      if (query !== null && typeof shown.budget === "number") weigher.learn(query, shown.budget);
    }
    const board: unknown = JSON.parse((await attacker.ask(`/api/v1/challenges/${challenge.id}/leaderboard`)).body);
    const rows = Object.values(member(board, "rows") ?? {}).map(hiddenOf);
    expect(rows.length).toBeGreaterThan(0);
    rows.forEach(expectGrids);

    const refused = await attacker.send(`/api/v1/challenges/${challenge.id}/submissions`, await event.archive("one more"));
    expect(refused.status).toBe(429);
    expect(JSON.parse(refused.body)).toMatchObject({ code: "quota" });

    const stranger = new Visitor(address, null);
    const starts = [
      "/",
      "/en",
      "/fr",
      "/kit.zip",
      "/healthz",
      "/robots.txt",
      "/api/v1/challenges",
      "/api/v1/none",
      "/en/none",
      "/en/teams",
    ];
    for (const visitor of [attacker, stranger]) await visitor.crawl([...starts, ...pagesOf("none"), "/api/v1/submissions/%00"]);
    const all = [...attacker.log, ...stranger.log].map(({ headers, body }) => `${headers}\n${body}`).join("\n");
    for (const trace of [CANARY, "987654321", "987,654", "0.123456789", "765.4321", "7654321", "6543217", "876543"]) {
      expect(all).not.toContain(trace);
    }
    for (const secret of event.secrets) for (const form of encodings(secret)) expect(all).not.toContain(form);
    const traces = new Set(unrounded.flatMap((value) => fingerprint(value) ?? fingerprint(value / 100) ?? []));
    expect(traces.size).toBeGreaterThan(100);
    expect([...traces].filter((trace) => all.includes(trace))).toEqual([]);
    for (const lang of ["en", "fr"] as const) expect(all).not.toContain(reasonSentence(lang, "exception"));
    // The time, that the board is another, and whose rows: what the board shows to everybody.
    const told =
      /(retry: 2000|event: (time|change)|data: \{"now":\d+\}|data: \{"version":"[\w-]{22}","teams":(null|\[("[\w-]{10}",?)*\])\}|: still here)\n/g;
    expect((await feed()).replaceAll(told, "").trim()).toBe("");

    for (const [account, positive] of weigher.certain) expect(truth.has(account)).toBe(positive);
    const learnt = before - weigher.bitsLeft;
    const certain = [...weigher.certain.values()];
    console.info(
      `${suspects} suspects, ${truth.size} positives (${before.toFixed(1)} bits): ${asked} submissions told ` +
        `${learnt.toFixed(1)} bits; ${certain.filter(Boolean).length} positives and ${certain.filter((one) => !one).length} others ` +
        `for certain; ${outcomes.size} outcomes; ${attacker.log.length + stranger.log.length} answers read`,
    );
    expect(before).toBeCloseTo(logChoose(suspects, truth.size));
    expect(learnt).toBeLessThanOrEqual(challenge.attemptsPerDay * BITS_A_SUBMISSION);
    // The attacker reads the budget part alone.
    expect(learnt).toBeLessThanOrEqual(challenge.attemptsPerDay * Math.log2(101));
  },
  300_000,
);

it("two hidden runs that show the same values cannot be told apart, whatever else is different in them", async () => {
  const { challenge } = event;
  const replicates = (from: number): number[] => Array.from({ length: challenge.interval.resamples }, (_, i) => from + i / 7);
  const nudged = (by: number): Score => ({
    ...{ points: 40 + by, low: 30 - by, high: 50 + by, penalties: { harm: 0.1 + by / 100 } },
    parts: { ranking: 0.5 + by / 100, budget: 0.4 - by / 100, indicators: 0.3 + by / 100, evidence: -by, roles: 0.1 + by / 100 },
  });
  const [one, other] = [nudged(0.01234567), nudged(0.4321987)];
  expect(roundedScore(one, challenge)).toEqual(roundedScore(other, challenge));
  const runs: readonly (readonly [Judgement, Judgement])[] = [
    [
      { verdict: "accepted", reason: "accepted", score: one, replicates: replicates(1), practice: null },
      { verdict: "accepted", reason: "exception", score: other, replicates: replicates(40), practice: LEAK },
    ],
    [
      { verdict: "runtime_error", reason: "runtime_error", score: null, replicates: [], practice: null },
      { verdict: "runtime_error", reason: "exception", score: null, replicates: [], practice: LEAK },
    ],
    [
      { verdict: "time_limit", reason: "cpu_time", score: null, replicates: [], practice: { ...LEAK, log: "" } },
      { verdict: "time_limit", reason: "wall_time", score: null, replicates: [], practice: LEAK },
    ],
  ];
  for (const [turn, pair] of runs.entries()) {
    const seen: string[] = [];
    for (const [twin, judgement] of pair.entries()) {
      const name = `Twin-${turn}-${twin}`;
      const team = await newTeam(name);
      const id = await submit(team, 0, "twin");
      await event.judge(PRACTISED, judgement);
      const pages = [
        `/api/v1/submissions/${id}`,
        "/api/v1/me/submissions",
        `/en/submissions/${id}`,
        `/fr/submissions/${id}`,
        "/en/runs",
      ];
      const bodies = await Promise.all(pages.map((page) => team.ask(page)));
      expect(bodies.map(({ status }) => status)).toEqual(pages.map(() => 200));
      // Bands follow from replicates, and are everybody's: the ceiling counts them.
      const banded = /, band \d+|<b>Places? [^<]*<\/b>/g;
      seen.push(
        bodies.map(({ status, body }) => `${status}\n${withoutNames(body, [id, name]).replaceAll(banded, "BAND")}`).join("\n"),
      );
    }
    expect(seen[1].split("\n")).toEqual(seen[0].split("\n"));
  }
});
