/** What this event is, the next step, and how to begin. */
import type { Request, Response } from "express";
import { kindReport, verdictName } from "@vigie/report";
import type { ChallengeSpec, Language } from "@vigie/spec";
import type { EventSettings, Viewer } from "@vigie/store";
import { clockView } from "../clock.ts";
import { commandsFor } from "../commands.ts";
import { sightOf } from "../freeze/sight.ts";
import { viewerOf } from "../http/visitor.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { announcementsView } from "../team/announcements.ts";
import { deciding, isJudged, mayOpen, seenListed, type SeenListed } from "../visibility.ts";

function runSentence(lang: Language, shown: SeenListed): string {
  const { verdict } = deciding(shown);
  const { attempt } = shown;
  return isJudged(shown) && verdict !== null
    ? say(lang, "home.nextRun", { attempt, verdict: verdictName(lang, verdict).toLowerCase() })
    : say(lang, "home.nextWaiting", { attempt });
}

async function nextStep(site: Site, lang: Language, viewer: Viewer | null, event: EventSettings): Promise<View> {
  if (mayOpen(viewer, "all-teams") === "yes")
    return { text: say(lang, "home.nextHost"), link: say(lang, "home.nextHostLink"), href: `/${lang}/teams` };
  const challenges = await site.store.publicChallenges();
  if (viewer === null || viewer.team === null || challenges.length === 0) {
    return { text: say(lang, "home.nextVisitor"), link: say(lang, "nav.signIn"), href: `/${lang}/sign-in` };
  }
  const newest = await site.store.newestSubmission(viewer.team.id);
  const challenge = challenges.find(({ id }) => id === newest?.challenge);
  const shown =
    newest === null || challenge === undefined
      ? null
      : seenListed(viewer, newest, sightOf(event, site.store.clock.now(), viewer, challenge));
  if (challenge === undefined || shown === null)
    return { text: say(lang, "home.nextNone"), link: say(lang, "home.start"), href: "#start" };
  return {
    of: challenges.length > 1 ? challenge.title[lang] : null,
    text: runSentence(lang, shown),
    link: say(lang, "home.nextSee"),
    href: `/${lang}/submissions/${encodeURIComponent(shown.id)}`,
  };
}

const MOST_SAID = 3;

/** Where a board can be watched: the only one, or the list of them. */
function watching(lang: Language, challenges: readonly ChallengeSpec[]): View | null {
  if (challenges.length === 0) return null;
  if (challenges.length > 1) return { href: "#challenges", text: say(lang, "home.watchMany") };
  return { href: `/${lang}/challenges/${challenges[0].id}/leaderboard`, text: say(lang, "home.watch") };
}

/** What the kinds of an event's challenges say of their results, each thing once. */
function trust(lang: Language, challenges: readonly ChallengeSpec[]): View[] {
  const said = challenges.flatMap((challenge) => kindReport(challenge).rules(challenge, lang).trust);
  return [...new Map(said.map((one) => [one.name, one])).values()];
}

export function showHome(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const event = await eventOf(site);
    const challenges = await site.store.publicChallenges();
    await sendPage(site, request, response, {
      template: "home",
      title: say(lang, "nav.home"),
      here: "home",
      crumbs: [],
      view: {
        demo: event.demo,
        announcements: (await announcementsView(site.store, event, lang, site.store.clock.now())).slice(0, MOST_SAID),
        clock: clockView(lang, event, site.store.clock.now(), viewerOf(request)?.team?.id),
        next: await nextStep(site, lang, viewerOf(request), event),
        commitment: event.secretCommitment.replace(/(.{8})(?=.)/g, "$1 "),
        receiptKey: event.receiptKey ?? null,
        kit: site.options.kit !== undefined,
        ...(await commandsFor(site, request, challenges[0])),
        choose: challenges.length > 1 ? say(lang, "home.choose") : null,
        watch: watching(lang, challenges),
        challengesTitle: say(lang, "home.challenges", { count: challenges.length }),
        challengesLead: say(lang, "home.challengesLead", { count: challenges.length }),
        trust: trust(lang, challenges),
        challenges: challenges.map(({ id, title, summary }) => ({ id, title: title[lang], summary: summary[lang] })),
      },
    });
  };
}
