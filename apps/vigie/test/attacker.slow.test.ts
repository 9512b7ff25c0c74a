/**
 * An attacker with a whole day's quota, against the running web app over a hidden split that is scored for real.
 *
 * The ceiling of docs/security.md counts the values that one submission may show. It holds if three things hold: what
 * is shown are these values alone, each on its grid; nothing else of the hidden run is in anything that can be
 * fetched; two runs that show the same values cannot be told apart.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { reasonSentence } from "@vigie/report";
import { shownScore, type Predictions } from "@vigie/scoring";
import { analystBudget, VERDICTS, type Judgement, type PracticeReport, type Score } from "@vigie/spec";
import { CoinWeigher, logChoose } from "./attacker.ts";
import { openHiddenEvent, QUIET, type HiddenEvent } from "./hidden-event.ts";

/** The ceiling as docs/security.md states it. */
const BITS_A_SUBMISSION = 8 * Math.log2(101) + Math.log2(51) + Math.log2(VERDICTS.length);
const CANARY = "CANARY-of-the-hidden-run";

/** What a judge that kept nothing to itself would hand over of the hidden run. */
const LEAK: PracticeReport = {
  ...QUIET,
  mistakes: [
    {
      kind: "missed",
      account: 987_654_321,
      rank: 1,
      score: 0.123_456_789,
      role: { named: null, planted: "exploited" },
      groups: [CANARY],
      indicators: [],
    },
  ],
  fault: { code: "unknown-indicator", line: 1, found: CANARY },
  log: `${CANARY}: label of 17 is 1`,
  resources: { wallMs: 987_654, cpuMs: 876_543, memoryPeakMiB: 765.4321, outputBytes: 7_654_321, logBytes: 6_543_217 },
};
const PRACTISED: Judgement = {
  verdict: "accepted",
  reason: "accepted",
  score: { points: 7, low: 6, high: 8, parts: { ranking: 0, budget: 0, indicators: 0, evidence: 0, roles: 0 }, harm: 0 },
  replicates: [],
  practice: QUIET,
};

interface Fetched {
  readonly path: string;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

class Visitor {
  readonly #address: string;
  readonly #token: string | null;
  /** All that was ever answered. */
  readonly log: Fetched[] = [];

  constructor(address: string, token: string | null) {
    [this.#address, this.#token] = [address, token];
  }

  async ask(path: string, init: RequestInit = {}): Promise<Fetched> {
    const headers: Record<string, string> = this.#token === null ? {} : { authorization: `Bearer ${this.#token}` };
    const answer = await fetch(this.#address + path, { ...init, headers, redirect: "manual" });
    const fetched = {
      path,
      status: answer.status,
      headers: JSON.stringify([...answer.headers]),
      body: await answer.text(),
    };
    this.log.push(fetched);
    return fetched;
  }

  send(path: string, archive: Buffer): Promise<Fetched> {
    const body = new FormData();
    body.set("archive", new Blob([Uint8Array.from(archive)]), "a.tar.gz");
    return this.ask(path, { method: "POST", body });
  }

  /** Follows every link and source of ours from these pages on. */
  async crawl(from: readonly string[]): Promise<void> {
    const seen = new Set(from);
    for (const path of seen) {
      const { body, headers } = await this.ask(path);
      if (!headers.includes("text/html")) continue;
      for (const [, link] of body.matchAll(/(?:href|src|action|data-[a-z]+)="(\/[^"#]*)/g)) {
        if (!link.endsWith("/feed")) seen.add(link.replaceAll("&amp;", "&").replaceAll("&#x3D;", "="));
      }
    }
  }
}

/** Listens to a feed until closed; gives all that came. */
async function listenTo(address: string): Promise<() => Promise<string>> {
  const ending = new AbortController();
  const answer = await fetch(address, { signal: ending.signal });
  let text = "";
  const reading = (async () => {
    try {
      for await (const chunk of answer.body ?? []) text += new TextDecoder().decode(chunk);
    } catch (error) {
      if (!ending.signal.aborted) throw error;
    }
  })();
  return async () => {
    ending.abort();
    await reading;
    return text;
  };
}

async function signIn(address: string, code: string): Promise<Visitor> {
  const answer = await fetch(`${address}/api/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  });
  const session: unknown = await answer.json();
  if (typeof session !== "object" || session === null || !("token" in session) || typeof session.token !== "string") {
    throw new Error(`expected a token; found ${JSON.stringify(session)}`);
  }
  return new Visitor(address, session.token);
}

function naming(accountCount: number, accounts: readonly number[]): Predictions {
  const [alerted, scores] = [new Uint8Array(accountCount), new Float64Array(accountCount)];
  for (const account of accounts) [alerted[account], scores[account]] = [1, 0.5];
  const roles = new Int8Array(accountCount).fill(-1);
  return { accountCount, alertCount: accounts.length, alerted, scores, roles, findings: new Map() };
}

function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

/** A member of something that was parsed; undefined where it has none of this name. */
function member(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Object.entries(of).find(([key]) => key === name)?.[1] : undefined;
}

/** The hidden values of an answer of the API. */
function hiddenOf(answer: unknown) {
  const [parts, verdict] = [member(answer, "parts"), member(answer, "verdict")];
  return {
    points: numbersOf([member(answer, "score"), member(answer, "interval")]),
    parts: numbersOf(parts),
    harm: numbersOf(member(answer, "harm")),
    budget: member(parts, "budget"),
    verdict,
  };
}

/** Whether each value is one of 0, step, 2 · step, … most. */
function onGrid(values: readonly number[], step: number, most: number): boolean {
  return values.every((value) => value >= 0 && value <= most && Math.abs(value / step - Math.round(value / step)) < 1e-9);
}

/** Holds what is shown to the values that the ceiling counts. */
function expectGrids({ points, parts, harm }: ReturnType<typeof hiddenOf>): void {
  const { precisionPoints: step, harm: rules } = event.challenge;
  expect(onGrid(points, step, 100)).toBe(true);
  expect(onGrid(parts, step / 100, 1)).toBe(true);
  expect(onGrid(harm, step / 100, rules.weight)).toBe(true);
}

/** Digits by which an unrounded number would be known; null for one that is as short as what is shown. */
function fingerprint(value: number): string | null {
  const digits = String(Math.abs(value));
  return digits.includes("e") || digits.length < 9 ? null : digits.slice(0, 9);
}

function encodings(secret: Uint8Array): string[] {
  const bytes = Buffer.from(secret);
  return [bytes.toString("hex"), bytes.toString("base64").replace(/=+$/, ""), bytes.toString("base64url"), bytes.join(",")];
}

/** A page without what names the submission, its number and the moment. */
function withoutNames(page: string, id: string): string {
  return page
    .replaceAll(id, "ID")
    .replace(/("attempt":|\bRun |\bEssai )\d{1,2}\b/g, "$1N")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
    .replace(/\b\d{1,2}(:|\sh\s)\d\d\b/g, "CLOCK");
}

let event: HiddenEvent;
beforeAll(async () => {
  event = await openHiddenEvent();
}, 120_000);
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
    const { challenge, labels, address } = event;
    const truth = new Set(labels.positives.map(({ account }) => account));
    const feed = await listenTo(`${address}/api/v1/challenges/${challenge.id}/feed`);
    const attacker = await newTeam(`Attackers ${suspects}`);
    const others = Array.from({ length: labels.accountCount }, (_, account) => account).filter((account) => !truth.has(account));
    const pool = [...truth, ...others.slice(0, suspects - truth.size)].sort((a, b) => a - b);
    const weigher = new CoinWeigher(
      { accounts: pool, positives: truth.size },
      { accounts: labels.accountCount, budget: analystBudget(challenge, labels.accountCount) },
    );
    const before = weigher.bitsLeft;
    const unrounded: number[] = [];
    const outcomes = new Set<string>();
    for (let turn = 0; turn < challenge.attemptsPerDay; turn++) {
      const query = weigher.next();
      const scored = event.score(naming(labels.accountCount, query?.named ?? [0]));
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
    expect((await feed()).replaceAll(/(retry: 2000|event: change|data: \{\}|: still here)\n/g, "").trim()).toBe("");

    for (const [account, positive] of weigher.certain) expect(truth.has(account)).toBe(positive);
    const learnt = before - weigher.bitsLeft;
    const certain = [...weigher.certain.values()];
    console.info(
      `${suspects} suspects, ${truth.size} positives (${before.toFixed(1)} bits): ${challenge.attemptsPerDay} submissions told ` +
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
  const team = await newTeam("Twins");
  const nudged = (by: number): Score => ({
    ...{ points: 40 + by, low: 30 - by, high: 50 + by, harm: 0.1 + by / 100 },
    parts: { ranking: 0.5 + by / 100, budget: 0.4 - by / 100, indicators: 0.3 + by / 100, evidence: -by, roles: 0.1 + by / 100 },
  });
  const [one, other] = [nudged(0.01234567), nudged(0.4321987)];
  expect(shownScore(one, challenge.precisionPoints)).toEqual(shownScore(other, challenge.precisionPoints));
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
      const id = await submit(team, 2 * turn + twin, "twin");
      await event.judge(PRACTISED, judgement);
      const pages = [`/api/v1/submissions/${id}`, `/en/submissions/${id}`, `/fr/submissions/${id}`];
      const bodies = await Promise.all(pages.map((page) => team.ask(page)));
      expect(bodies.map(({ status }) => status)).toEqual([200, 200, 200]);
      seen.push(bodies.map(({ status, body }) => `${status}\n${withoutNames(body, id)}`).join("\n"));
    }
    expect(seen[1].split("\n")).toEqual(seen[0].split("\n"));
  }
}, 120_000);
