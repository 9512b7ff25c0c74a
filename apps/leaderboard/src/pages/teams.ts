/** For mentors and organizers: every team with its newest run. */
import type { Request, Response } from "express";
import { formatScore } from "@vigie/report";
import { wishedChallenge } from "../challenge-of.ts";
import { Refusal } from "../http/refusals.ts";
import { viewerOf } from "../http/visitor.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import { say } from "../say.ts";
import { mayOpen } from "../visibility.ts";
import { submissionRow } from "./runs.ts";

export function showTeams(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const answer = mayOpen(viewer, "all-teams");
    if (answer !== "yes" || viewer === null) throw new Refusal(answer === "forbidden" ? "forbidden" : "sign-in");
    const [challenge, challenges, { timeZone }] = await Promise.all([
      wishedChallenge(site, request),
      site.store.challenges(),
      eventOf(site),
    ]);
    await site.store.audit({ actor: viewer.actor, act: "view-teams", subject: challenge.id });
    const [teams, standings] = await Promise.all([site.store.teams(), site.store.standings(challenge.id)]);
    const best = new Map(standings.rows.map(({ team, score }) => [team, score]));
    const rows = await Promise.all(
      teams.map(async (team) => {
        const submissions = await site.store.submissionsOf(team.id, challenge.id);
        const [newest] = submissions;
        const score = best.get(team.id) ?? null;
        return {
          name: team.name,
          baseline: team.baseline,
          runs: submissions.length,
          best: score === null ? null : formatScore(lang, score, 0),
          newest: newest === undefined ? null : submissionRow(newest, viewer, lang, timeZone, challenge.precisionPoints),
        };
      }),
    );
    const title = say(lang, "teams.title");
    await sendPage(site, request, response, {
      template: "teams",
      title,
      here: "teams",
      crumbs: [{ text: title }],
      view: {
        challenge: { id: challenge.id },
        tabs: challenges.map((one) => ({
          href: `/${lang}/teams?challenge=${one.id}`,
          text: one.title[lang],
          current: one.id === challenge.id,
        })),
        many: challenges.length > 1,
        rows: rows.sort((a, b) => Number(a.baseline) - Number(b.baseline) || a.name.localeCompare(b.name, lang)),
      },
    });
  };
}
