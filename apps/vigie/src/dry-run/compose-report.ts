/** What is told of a dry run when it is over: what a team and a guest of it would have seen. */
import { setTimeout as pause } from "node:timers/promises";
import { Type, type Static } from "@sinclair/typebox";
import { VerdictName, VERDICTS, type Verdict } from "@vigie/spec";
import type { DryRunReport } from "@vigie/spec/event";
import type { JudgeStore } from "@vigie/store/judge";
import { speaker } from "../say.ts";
import { ask } from "../server-client.ts";
import type { Copy } from "./copy.ts";
import type { Seen, Sent } from "./play.ts";
import type { Stage } from "./stage.ts";

const MOST_ROWS = 100;
const MOST_SURPRISES = 20;
const RANKED_WITHIN_MS = 20_000;
const say = speaker("en");
const Board = Type.Object({
  rows: Type.Array(
    Type.Object({
      rank: Type.Union([Type.Integer(), Type.Null()]),
      team: Type.String(),
      score: Type.Union([Type.Number(), Type.Null()]),
      verdict: Type.Union([VerdictName, Type.Null()]),
    }),
  ),
});

interface Judged extends Sent {
  readonly verdict: Verdict | null;
  /** In seconds of this machine. */
  readonly waited: number | null;
}

async function judgedOf(store: JudgeStore, one: Sent, speed: number): Promise<Judged> {
  const found = one.submission === null ? null : await store.submission(one.submission);
  if (found === null) return { ...one, verdict: null, waited: null };
  const { verdict, judgedAt } = found.public ?? found.practice;
  const waited = judgedAt === null ? null : (Date.parse(judgedAt) - Date.parse(found.receivedAt)) / speed / 1000;
  return { ...one, verdict, waited };
}

type Surprise = DryRunReport["surprises"][number];

function surprisesOf(all: readonly Judged[], { robots, challenges }: Stage): Surprise[] {
  return all.flatMap(({ send, detector, answer, told, verdict }): Surprise[] => {
    const about = { team: robots[send.team].name, challenge: challenges[send.challenge].spec.id, detector: detector.name };
    if (answer !== send.expected) return [{ ...about, expected: send.expected, found: told }];
    if (verdict === null || verdict === detector.expected) return [];
    return [{ ...about, expected: detector.expected, found: verdict }];
  });
}

type Rows = Static<typeof Board>["rows"];

/** The public board, once every team that was judged stands on it. */
async function rowsOf(url: string, challenge: string, teams: ReadonlySet<string>): Promise<Rows> {
  const end = performance.now() + RANKED_WITHIN_MS;
  for (;;) {
    const { rows } = await ask(url, `/api/v1/challenges/${encodeURIComponent(challenge)}/leaderboard`, {}, Board, say);
    const standing = new Set(rows.filter(({ verdict }) => verdict !== null).map(({ team }) => team));
    if ([...teams].every((team) => standing.has(team)) || performance.now() > end) return rows;
    await pause(300);
  }
}

type Found = Pick<DryRunReport, "answers" | "verdicts" | "unjudged" | "longestWaitSeconds" | "surprises" | "boards">;

async function foundOf({ store, url }: Copy, stage: Stage, sent: readonly Sent[]): Promise<Found> {
  const all = await Promise.all(sent.map((one) => judgedOf(store, one, stage.plan.speed)));
  const answers = { taken: 0, "not-open": 0, quota: 0, locked: 0, other: 0 };
  for (const { answer } of all) answers[answer] += 1;
  const waits = all.flatMap(({ waited }) => (waited === null ? [] : [waited]));
  const boards: Found["boards"] = [];
  for (const [place, { spec }] of stage.challenges.entries()) {
    const judged = all.filter(({ send, verdict }) => send.challenge === place && verdict !== null);
    const rows = await rowsOf(url, spec.id, new Set(judged.map(({ send }) => stage.robots[send.team].name)));
    const shown = rows.slice(0, MOST_ROWS).map(({ rank, team, score, verdict }) => ({ rank, team, score, verdict }));
    boards.push({ challenge: spec.id, title: spec.title, rows: shown });
  }
  return {
    answers,
    verdicts: VERDICTS.map((verdict) => ({ verdict, count: all.filter((one) => one.verdict === verdict).length })).filter(
      ({ count }) => count > 0,
    ),
    unjudged: all.filter(({ submission, verdict }) => submission !== null && verdict === null).length,
    longestWaitSeconds: waits.length === 0 ? null : Math.round(Math.max(0, ...waits) * 10) / 10,
    surprises: surprisesOf(all, stage).slice(0, MOST_SURPRISES),
    boards,
  };
}

interface Played {
  readonly event: string;
  readonly startedAt: number;
  readonly stage: Stage;
  readonly sent: readonly Sent[];
  readonly phases: readonly Seen[];
}

export async function reportOf(copy: Copy, { event, startedAt, stage, sent, phases }: Played): Promise<DryRunReport> {
  const found = await foundOf(copy, stage, sent);
  return {
    ...{ dryRun: 1, event, calendar: stage.calendar, speed: stage.plan.speed, attemptsPerDay: stage.attemptsPerDay },
    playedAt: new Date().toISOString(),
    seconds: Math.round((Date.now() - startedAt) / 1000),
    robots: stage.added,
    phases: phases.map(({ phase, at }) => ({ phase, at })),
    ...found,
  };
}
