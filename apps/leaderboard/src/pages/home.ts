/** What this event is, the next step, and how to begin. */
import type { Request, Response } from "express";
import { verdictName } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { Viewer } from "@vigie/store";
import { clockView } from "../clock.ts";
import { viewerOf } from "../http/visitor.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { deciding, isJudged, mayOpen, seen } from "../visibility.ts";

async function nextStep(site: Site, lang: Language, viewer: Viewer | null): Promise<View> {
  if (mayOpen(viewer, "all-teams") === "yes")
    return { text: say(lang, "home.nextHost"), link: say(lang, "home.nextHostLink"), href: `/${lang}/teams` };
  const [challenge] = await site.store.challenges();
  if (viewer === null || viewer.team === null || challenge === undefined) {
    return { text: say(lang, "home.nextVisitor"), link: say(lang, "nav.signIn"), href: `/${lang}/sign-in` };
  }
  const [latest] = await site.store.submissionsOf(viewer.team.id, challenge.id);
  const shown = latest === undefined ? null : seen(viewer, latest, challenge.precisionPoints);
  if (shown === null) return { text: say(lang, "home.nextNone"), link: say(lang, "home.start"), href: "#start" };
  const { verdict } = deciding(shown);
  const { attempt } = shown;
  const text =
    isJudged(shown) && verdict !== null
      ? say(lang, "home.nextRun", { attempt, verdict: verdictName(lang, verdict).toLowerCase() })
      : say(lang, "home.nextWaiting", { attempt });
  return { text, link: say(lang, "home.nextSee"), href: `/${lang}/submissions/${encodeURIComponent(shown.id)}` };
}

/** The address that a team types into its terminal. */
export function addressOf({ options }: Site, request: Request): string {
  if (options.publicUrl !== undefined) return options.publicUrl.replace(/\/+$/, "");
  const host = request.get("host") ?? "";
  return /^[\w.:[\]-]{1,120}$/.test(host) ? `${request.protocol}://${host}` : "http://localhost:3000";
}

export function showHome(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const event = await eventOf(site);
    const challenges = await site.store.challenges();
    await sendPage(site, request, response, {
      template: "home",
      title: say(lang, "nav.home"),
      here: "home",
      crumbs: [],
      view: {
        demo: event.demo,
        clock: clockView(lang, event),
        next: await nextStep(site, lang, viewerOf(request)),
        commitment: event.secretCommitment.replace(/(.{8})(?=.)/g, "$1 "),
        kit: site.options.kit !== undefined,
        address: addressOf(site, request),
        board: challenges[0] === undefined ? null : `/${lang}/challenges/${challenges[0].id}/leaderboard`,
        challengesTitle: say(lang, "home.challenges", { count: challenges.length }),
        challenges: challenges.map(({ id, title, summary }) => ({ id, title: title[lang], summary: summary[lang] })),
      },
    });
  };
}
