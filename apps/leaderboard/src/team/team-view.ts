/** The head of a team's page: attempts, the queue, its place, the choice for the final, what organizers say, two runs to compare. */
import { formatDateTime, formatScore } from "@vigie/report";
import type { ChallengeSpec, Language } from "@vigie/spec";
import { instantOf, sendingRefused } from "@vigie/spec/event";
import type { EventSettings, ListedSubmission, TeamProfile } from "@vigie/store";
import { isoOf, stateOf } from "../clock.ts";
import { frozenNotice } from "../freeze/notice.ts";
import { sightOf } from "../freeze/sight.ts";
import type { Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { isJudged, seenListed } from "../visibility.ts";
import { announcementsView } from "./announcements.ts";
import { attemptsView } from "./attempts.ts";
import { choiceView, type Chooser } from "./choice.ts";
import { ownQueue, queueView } from "./queue.ts";
import { standingView } from "./standing.ts";

const COMPARED = 40;

/** What organizers did to the team that it must know. */
function entryNotice({ entry, reason }: TeamProfile, lang: Language): View | null {
  if (entry === "competing") return null;
  if (entry === "out-of-competition") return { what: say(lang, "entry.out"), more: "" };
  return { what: say(lang, "entry.disqualified"), more: reason ?? "" };
}

/** When the board will stand still, while it does not yet. */
function freezeWords(event: EventSettings, now: number, lang: Language): string | null {
  const { calendar, frozenSince, phase } = stateOf(event, now);
  if (calendar.freezes === null || frozenSince !== null || phase !== "open" || instantOf(calendar.freezes) <= now) return null;
  return say(lang, "standing.freezes", { at: formatDateTime(lang, isoOf(instantOf(calendar.freezes)), event.timeZone) });
}

/** Judged runs, for the two lists of the form: the newest beside the best of the others. */
function compareView(all: readonly ListedSubmission[], { viewer, challenge, event, now }: Chooser, lang: Language): View | null {
  const sight = sightOf(event, now, viewer, challenge);
  const judged = all
    .flatMap((one) => seenListed(viewer, one, sight) ?? [])
    .filter(isJudged)
    .slice(0, COMPARED);
  if (judged.length < 2) return null;
  const points = (i: number): number => judged[i].public?.score?.points ?? -1;
  const best = judged.slice(1).reduce((found, _one, i) => (points(i + 1) > points(found) ? i + 1 : found), 1);
  const option =
    (chosen: number) =>
    (one: (typeof judged)[number], i: number): View => {
      const run = say(lang, "runs.attempt", { attempt: one.attempt });
      const score = one.public?.score ?? null;
      const text = score === null ? run : say(lang, "compare.option", { run, points: formatScore(lang, score.points, 0) });
      return { id: one.id, text, chosen: i === chosen };
    };
  return { from: judged.map(option(best)), to: judged.map(option(0)) };
}

/** @param all the team's submissions to the challenge, newest first. */
export async function teamView(
  site: Site,
  all: readonly ListedSubmission[],
  left: number,
  chooser: Chooser,
  lang: Language,
): Promise<View> {
  const { store, boards } = site;
  const { viewer, challenge, event, now } = chooser;
  const team = viewer.team.id;
  const [profile, runs, snapshot, said] = await Promise.all([
    store.teamProfile(team),
    ownQueue(store, team),
    boards.snapshot(challenge.id),
    announcementsView(store, event, lang, now),
  ]);
  const state = stateOf(event, now, team);
  const attemptOf = (id: string): number | null => all.find((one) => one.id === id)?.attempt ?? null;
  return {
    name: profile.name,
    unnamed: !profile.named,
    hidden: profile.hidden,
    entry: entryNotice(profile, lang),
    frozen: frozenNotice({ event, state }, viewer, lang),
    attempts: attemptsView(lang, challenge, event, team, left, now),
    queue: queueView(lang, runs, challenge.id, attemptOf, state.judgingPaused),
    standing: standingView(lang, snapshot, team),
    freezes: freezeWords(event, now, lang),
    open: sendingRefused(state) === null,
    final: await choiceView(store, all, chooser, lang),
    announcements: said,
    compare: compareView(all, chooser, lang),
  };
}

/** What a team may read before it sends anything: in one sentence, and on a page of its own. */
export function keptWords(challenge: Pick<ChallengeSpec, "id">, lang: Language): View {
  return { words: say(lang, "kept.short"), href: `/${lang}/kept?challenge=${challenge.id}` };
}
