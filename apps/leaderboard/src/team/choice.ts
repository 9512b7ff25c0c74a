/**
 * Which run goes to the final. Until a team chooses it is its best public one, whichever that will be, the earliest of equals.
 *
 * While public verdicts are sealed the choice knows what the team knows: a sealed run is not offered, and which one is the
 * best meanwhile is not said, for that would tell.
 */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { formatDateTime, formatPercent, formatScore } from "@vigie/report";
import { challengeOn, measureOf, type ChallengeSpec, type Language, type Score } from "@vigie/spec";
import { sendingRefused } from "@vigie/spec/event";
import type { EventSettings, ListedSubmission, Store, Team, Viewer } from "@vigie/store";
import { challengeById, challengeOf } from "../challenge-of.ts";
import { isoOf, momentView, stateOf } from "../clock.ts";
import { sightOf } from "../freeze/sight.ts";
import { admittedTeam } from "../http/admission.ts";
import { Refusal } from "../http/refusals.ts";
import { eventOf, languageOf, type Site } from "../page.ts";
import type { View } from "../render.ts";
import type { Asked } from "../routes/route.ts";
import { say } from "../say.ts";
import { seenListed, type SeenListed } from "../visibility.ts";

export const Choice = Type.Object({
  submission: Type.Union([Type.String({ minLength: 1, maxLength: 80 }), Type.Null()], {
    description: "one of your accepted submissions; null: your best, whatever it will be",
  }),
});
export const ChoiceForm = Type.Object({ challenge: Type.String(), submission: Type.String() });

const MOST_OFFERED = 5;
const EVERY_RUN = 1000;

interface Candidate {
  readonly shown: SeenListed;
  readonly score: Score;
}

/** Who chooses, on which challenge, and how they see their runs. */
export interface Chooser {
  readonly viewer: Viewer & { readonly team: Team };
  readonly challenge: ChallengeSpec;
  readonly event: EventSettings;
  readonly now: number;
}

function candidatesOf(all: readonly ListedSubmission[], { viewer, challenge, event, now }: Chooser): Candidate[] {
  const sight = sightOf(event, now, viewer, challenge);
  const shown = all.flatMap((one) => seenListed(viewer, one, sight) ?? []);
  const scored = shown.flatMap((one) =>
    one.withdrawn !== true && one.public?.verdict === "accepted" && one.public.score !== null
      ? [{ shown: one, score: one.public.score }]
      : [],
  );
  return scored.toSorted((a, b) => b.score.points - a.score.points || a.shown.attempt - b.shown.attempt);
}

/** What each run is best at, said once: of equals for the one with the better score. */
function strengths(candidates: readonly Candidate[], challenge: ChallengeSpec, lang: Language): Map<string, string> {
  const asked = challengeOn(challenge, "public");
  const words = new Map<string, string>();
  if (candidates.length < 2) return words;
  const tell = (id: string, text: string): void => {
    if (!words.has(id)) words.set(id, text);
  };
  for (const { measure } of asked.penalties) {
    const least = candidates.toSorted((a, b) => (a.score.penalties[measure] ?? 0) - (b.score.penalties[measure] ?? 0))[0];
    const share = formatPercent(lang, -(least.score.penalties[measure] ?? 0));
    tell(least.shown.id, say(lang, "choice.least", { measure: measureOf(challenge, measure).name[lang], share }));
  }
  for (const { measure } of asked.parts.filter(({ weight }) => weight > 0)) {
    const most = candidates.toSorted((a, b) => (b.score.parts[measure] ?? 0) - (a.score.parts[measure] ?? 0))[0];
    const share = formatPercent(lang, Math.max(0, most.score.parts[measure] ?? 0));
    tell(most.shown.id, say(lang, "choice.best", { measure: measureOf(challenge, measure).name[lang], share }));
  }
  return words;
}

function offered(candidates: readonly Candidate[], chosen: string | null, known: ReadonlyMap<string, string>): Candidate[] {
  const named = candidates.filter(({ shown }) => known.has(shown.id) || shown.id === chosen);
  const first = new Set([...candidates.slice(0, 2), ...named].slice(0, MOST_OFFERED));
  const own = candidates.filter(({ shown }) => shown.id === chosen);
  return candidates.filter((one) => first.has(one) || own.includes(one));
}

function headOf(lang: Language, goes: number | null, chosen: boolean, sealed: boolean): string {
  if (goes === null) return say(lang, sealed ? "choice.sealedTitle" : "choice.none");
  return say(lang, chosen ? "choice.chosenTitle" : "choice.title", { attempt: goes });
}

/** The choice as the team's page has it. */
export async function choiceView(
  store: Store,
  all: readonly ListedSubmission[],
  chooser: Chooser,
  lang: Language,
): Promise<View> {
  const { viewer, challenge, event, now } = chooser;
  const { chosen, goes } = await store.finalChoice(viewer.team.id, challenge.id);
  const sealed = sightOf(event, now, viewer, challenge).sealedSince !== null;
  const state = stateOf(event, now, viewer.team.id);
  const candidates = candidatesOf(all, chooser);
  const known = strengths(candidates, challenge, lang);
  const best = sealed && chosen === null ? null : (goes?.attempt ?? null);
  const until = formatDateTime(lang, isoOf(state.locksAt), event.timeZone);
  const open = sendingRefused(state) !== "locked";
  return {
    title: headOf(lang, best, chosen !== null, sealed),
    help: say(lang, open ? "choice.until" : "choice.over", { at: until }),
    open: open && candidates.length > 0,
    bestChosen: chosen === null,
    bestHint: best === null || chosen !== null ? say(lang, "choice.bestHint") : say(lang, "choice.bestNow", { attempt: best }),
    bestPoints: candidates.length === 0 || sealed ? null : formatScore(lang, candidates[0].score.points, 0),
    runs: offered(candidates, chosen?.id ?? null, known).map(({ shown, score }) => ({
      id: shown.id,
      title: say(lang, "runs.attempt", { attempt: shown.attempt }),
      why: known.get(shown.id) ?? null,
      at: momentView(lang, shown.receivedAt, event.timeZone, now),
      points: formatScore(lang, score.points, 0),
      chosen: shown.id === chosen?.id,
    })),
  };
}

/** @throws Refusal `not-found` of what is not this team's or may not be chosen (a sealed one too), `closed` after its lock. */
async function choose({ store }: Site, chooser: Chooser, submission: string | null): Promise<void> {
  const { viewer, challenge, event, now } = chooser;
  if (sendingRefused(stateOf(event, now, viewer.team.id)) === "locked") throw new Refusal("closed");
  if (submission !== null) {
    const all = await store.submissionsOf(viewer.team.id, challenge.id, { most: EVERY_RUN });
    if (!candidatesOf(all, chooser).some(({ shown }) => shown.id === submission)) throw new Refusal("not-found");
  }
  await store.choose(viewer.team.id, challenge.id, submission);
}

async function chooserOf(site: Site, request: Request, challenge: ChallengeSpec): Promise<Chooser> {
  const viewer = admittedTeam(request, "own-runs");
  return { viewer, challenge, event: await eventOf(site), now: site.store.clock.now() };
}

export function submitChoice(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof ChoiceForm>>): Promise<void> => {
    const lang = languageOf(request);
    const challenge = await challengeById(site, body.challenge);
    await choose(site, await chooserOf(site, request, challenge), body.submission === "" ? null : body.submission);
    response.redirect(303, `/${lang}/runs?challenge=${challenge.id}#final`);
  };
}

async function choiceAnswer(site: Site, { viewer, challenge, event, now }: Chooser) {
  const { chosen, goes } = await site.store.finalChoice(viewer.team.id, challenge.id);
  const sealed = sightOf(event, now, viewer, challenge).sealedSince !== null && chosen === null;
  const until = isoOf(stateOf(event, now, viewer.team.id).locksAt);
  return { chosen: chosen?.id ?? null, goes: sealed ? null : (goes?.id ?? null), until };
}

export function readChoice(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const chooser = await chooserOf(site, request, await challengeOf(site, request));
    response.set("cache-control", "private, no-store").json(await choiceAnswer(site, chooser));
  };
}

export function makeChoice(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof Choice>>): Promise<void> => {
    const chooser = await chooserOf(site, request, await challengeOf(site, request));
    await choose(site, chooser, body.submission);
    response.set("cache-control", "private, no-store").json(await choiceAnswer(site, chooser));
  };
}
