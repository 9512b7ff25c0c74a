/** Where a team's runs stand in the queue, and about how long they will wait. */
import type { Request, Response } from "express";
import { formatDuration } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { JudgeQueueState, QueuedRun, Store } from "@vigie/store";
import { admittedTeam } from "../http/admission.ts";
import type { Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";

const FRESH_MS = 3_000;
const MINUTE_MS = 60_000;
/** A page asks again after so many seconds: who is next sooner than who waits for long. */
const EVERY = { soon: 12, late: 40 } as const;
const SOON = 3;
const SHOWN_PLACES = 9;
const STEP = 26;

const states = new WeakMap<Store, { readonly at: number; readonly state: Promise<JudgeQueueState> }>();

/** The queue as a whole: the same for all who ask within some seconds. */
function queueStateOf(store: Store): Promise<JudgeQueueState> {
  const known = states.get(store);
  const at = performance.now();
  if (known !== undefined && at - known.at < FRESH_MS) return known.state;
  const state = store.queueState();
  states.set(store, { at, state });
  state.catch(() => states.delete(store));
  return state;
}

/** Milliseconds until the verdict of a run, by how long runs take now; null where nothing was judged yet. */
export function expectedMs({ place }: Pick<QueuedRun, "place">, { working, medianRunMs }: JudgeQueueState): number | null {
  if (medianRunMs === null) return null;
  return Math.ceil(Math.max(1, place + 1) / Math.max(1, working)) * medianRunMs;
}

export interface OwnRun extends QueuedRun {
  readonly expectedMs: number | null;
}

/** A team's runs on their way, the first of them first; of a rejudging that is going on it hears nothing. */
export async function ownQueue(store: Store, team: string): Promise<readonly OwnRun[]> {
  const places = (await store.ownPlaces(team)).filter(({ coming }) => coming !== true);
  if (places.length === 0) return [];
  const state = await queueStateOf(store);
  return places.toSorted((a, b) => a.place - b.place).map((run) => ({ ...run, expectedMs: expectedMs(run, state) }));
}

export function readOwnQueue({ store }: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { team } = admittedTeam(request, "own-runs");
    const runs = await ownQueue(store, team.id);
    const told = runs.map((run) => ({
      submission: run.submission,
      challenge: run.challenge,
      split: run.split,
      place: run.place,
      expectedMs: run.expectedMs,
    }));
    response.set("cache-control", "private, no-store").json(told);
  };
}

/** A line of places, the own one in the lamp's colour; the first is what is judged now. */
function placesSvg(place: number): string {
  const own = Math.min(place, SHOWN_PLACES);
  const marks = Array.from({ length: SHOWN_PLACES + 1 }, (_, i) => {
    const x = i * STEP + 10;
    if (i === own) return `<circle cx="${x}" cy="9" r="7" class="q-own"/>`;
    if (i === 0) return '<rect x="3" y="2" width="14" height="14" rx="3" class="q-now"/>';
    return i < own ? `<circle cx="${x}" cy="9" r="6" class="q-before"/>` : `<circle cx="${x}" cy="9" r="3" class="q-after"/>`;
  });
  const width = SHOWN_PLACES * STEP + 20;
  return `<svg class="q-line" width="${width}" height="18" aria-hidden="true"><path class="q-way" d="M10 9H${width - 10}"/>${marks.join("")}</svg>`;
}

function placeWords(lang: Language, { place }: OwnRun): string {
  if (place === 0) return say(lang, "queue.now");
  if (place === 1) return say(lang, "queue.next");
  return say(lang, "queue.place", { place });
}

function waitWords(lang: Language, ms: number | null, paused: boolean): string {
  if (paused) return say(lang, "queue.paused");
  if (ms === null) return say(lang, "queue.unknown");
  if (ms < MINUTE_MS) return say(lang, "queue.soon");
  return say(lang, "queue.about", { time: formatDuration(lang, Math.round(ms / MINUTE_MS) * MINUTE_MS) });
}

/** The first of a team's runs on a challenge; null where none is on its way. `attempt` of its submission, where it is known. */
export function queueView(
  lang: Language,
  runs: readonly OwnRun[],
  challenge: string,
  attemptOf: (submission: string) => number | null,
  paused: boolean,
): View | null {
  const own = runs.filter((run) => run.challenge === challenge);
  if (own.length === 0) return null;
  const [first] = own;
  const attempt = attemptOf(first.submission);
  return {
    title: attempt === null ? say(lang, "queue.title") : say(lang, "runs.attempt", { attempt }),
    words: placeWords(lang, first),
    picture: placesSvg(first.place),
    wait: waitWords(lang, first.expectedMs, paused),
    more: first.split === "practice" ? say(lang, "queue.practice") : say(lang, "queue.public"),
    others: own.length > 1 ? say(lang, "queue.others", { count: own.length - 1 }) : null,
    every: first.place <= SOON ? EVERY.soon : EVERY.late,
  };
}
