/** For mentors and organizers: every team with its newest run. */
import type { Request, Response } from "express";
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
    if (answer !== "yes") throw new Refusal(answer === "forbidden" ? "forbidden" : "sign-in");
    const [challenge] = await site.store.challenges();
    const { timeZone } = await eventOf(site);
    const teams = (await site.store.teams()).filter(({ baseline }) => !baseline);
    const rows = await Promise.all(
      teams.map(async (team) => {
        const [newest] = await site.store.submissionsOf(team.id, challenge.id);
        return {
          name: team.name,
          newest: newest === undefined ? null : submissionRow(newest, viewer, lang, timeZone, challenge.precisionPoints),
        };
      }),
    );
    await sendPage(site, request, response, {
      template: "teams",
      title: say(lang, "teams.title"),
      here: "teams",
      view: { rows: rows.sort((a, b) => a.name.localeCompare(b.name, lang)) },
    });
  };
}
