/** A copy before its clock runs: the event is opened as an organizer opens it, its teams get codes, its data are made. */
import { Type } from "@sinclair/typebox";
import type { ChallengeSpec } from "@vigie/spec";
import { instantOf, plannedCalendar, type Calendar, type EventFile, type TeamLine } from "@vigie/spec/event";
import type { JudgeStore } from "@vigie/store/judge";
import { openEvent } from "../event/hosted-event.ts";
import { challengeNamed, folderNamed } from "../named-challenge.ts";
import { speaker } from "../say.ts";
import { identityOf, openCopy } from "./copy.ts";
import { detectorsIn, type Detector } from "../detectors.ts";
import { DryRunFailure, type DryRunOrder } from "./orders.ts";
import { planOf, type Plan } from "./plan.ts";
import { Visitor } from "./robots.ts";

/** So many attempts a day the copy gives: one too many must not cost a third of all that is judged. */
const ATTEMPTS = 3;
const FEWEST_TEAMS = 3;
/** More teams than submissions would not send. */
const MOST_TEAMS = 60;
const DAY_MS = 86_400_000;

/** A challenge as the copy has it, and what is sent to it. */
export interface Played {
  readonly spec: ChallengeSpec;
  readonly detectors: readonly Detector[];
}

export interface Stage {
  readonly calendar: Calendar;
  readonly plan: Plan;
  readonly challenges: readonly Played[];
  readonly organizer: Visitor;
  readonly robots: readonly { readonly name: string; readonly visitor: Visitor }[];
  readonly attemptsPerDay: number;
  readonly added: number;
}

const Codes = Type.Object({
  codes: Type.Array(Type.Object({ team: Type.Union([Type.String(), Type.Null()]), code: Type.String() })),
});

/** A file of an event that stands lists its teams. */
function listed({ teams = [] }: EventFile): readonly TeamLine[] {
  return "count" in teams ? [] : teams;
}

/** The event's teams, and robots where they are too few. */
export function withRobots(lines: readonly TeamLine[]): readonly TeamLine[] {
  const taken = new Set(lines.map(({ name }) => name.toLowerCase()));
  const names = Array.from({ length: 2 * FEWEST_TEAMS }, (_, i) => `Robot ${i + 1}`).filter(
    (name) => !taken.has(name.toLowerCase()),
  );
  return [...lines, ...names.slice(0, Math.max(0, FEWEST_TEAMS - lines.length)).map((name) => ({ name }))];
}

function playedOf(file: EventFile): Played[] {
  const say = speaker("en");
  return file.challenges.map(({ id }) => {
    const spec = challengeNamed(id, say);
    return {
      spec: { ...spec, attemptsPerDay: Math.min(spec.attemptsPerDay, ATTEMPTS) },
      detectors: detectorsIn(folderNamed(id, say)),
    };
  });
}

async function prepared(store: JudgeStore, ids: readonly string[]): Promise<void> {
  for (;;) {
    const states = (await Promise.all(ids.map((id) => store.preparation(id)))).flat().map(({ state }) => state);
    if (states.includes("failed")) throw new DryRunFailure("failed", "the copy's data could not be made");
    if (states.length > 0 && states.every((state) => state === "ready")) return;
    await new Promise((done) => setTimeout(done, 300));
  }
}

/** Opens the event in the copy, and has all made that it needs. @param onShare how far that is. */
export async function setStage(order: DryRunOrder, onShare: (share: number) => void): Promise<Stage> {
  const challenges = playedOf(order.file);
  if (challenges.every(({ detectors }) => detectors.length === 0)) throw new DryRunFailure("no-detectors", "nothing to send");
  const planned = plannedCalendar(order.file, 0);
  if (planned.kind === "faulty") throw new DryRunFailure("failed", "the calendar cannot be read");
  const { calendar } = planned;
  const teams = withRobots(listed(order.file));
  const identity = await identityOf(order);
  const runMiB = Math.max(...challenges.map(({ spec }) => spec.limits.memoryMiB));
  const shares = new Map<string, number>();
  const copy = await openCopy({
    order,
    runMiB,
    clock: { from: instantOf(calendar.opens) - DAY_MS, speed: 1 },
    setUp: (store) => ({ challenges: challenges.map(({ spec }) => spec), open: (event) => openEvent(store, identity, event) }),
    onNote: (note) => {
      if (note.kind !== "preparing") return;
      shares.set(`${note.challenge}/${note.split}`, note.share);
      onShare([...shares.values()].reduce((sum, share) => sum + share, 0) / (2 * challenges.length));
    },
  });
  try {
    const { store, url } = copy;
    const organizer = await Visitor.signIn(url, await store.issueCode({ role: "organizer", team: null }));
    await organizer.post(url, "setup", { ...order.file, teams }, Type.Unknown());
    const { codes } = await organizer.post(url, "teams/codes", { teams: "all-without" }, Codes);
    const robots: Stage["robots"][number][] = [];
    for (const { team, code } of codes.slice(0, MOST_TEAMS)) {
      const visitor = await Visitor.signIn(url, code);
      await visitor.post(url, "me/consent", {}, Type.Unknown());
      robots.push({ name: team ?? "", visitor });
    }
    await prepared(
      store,
      challenges.map(({ spec }) => spec.id),
    );
    const plan = planOf({
      ...{ calendar, timeZone: order.file.timeZone, teams: robots.length, speed: order.speed },
      detectors: challenges.map(({ detectors }) => detectors.length),
      attemptsPerDay: Math.min(...challenges.map(({ spec }) => spec.attemptsPerDay)),
    });
    const added = teams.length - listed(order.file).length;
    return { calendar, plan, challenges, organizer, robots, attemptsPerDay: ATTEMPTS, added };
  } finally {
    await copy.close();
  }
}
