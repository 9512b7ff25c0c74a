/** For mentors and organizers: every team with its newest run of a challenge. */
import type { Request, Response } from "express";
import { formatScore } from "@vigie/report";
import type { ChallengeSpec } from "@vigie/spec";
import { wishedChallenge } from "../challenge-of.ts";
import { admitted } from "../http/admission.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import { say } from "../say.ts";
import type { View } from "../render.ts";
import { submissionRow, type Look } from "./runs.ts";

/** Teams by name, references below them. */
async function rowsOf({ store }: Site, challenge: ChallengeSpec, look: Look): Promise<View[]> {
  const { lang } = look;
  const [teams, standings] = await Promise.all([store.teams(), store.standings(challenge.id)]);
  const best = new Map(standings.rows.map(({ team, score }) => [team, score]));
  const sorted = teams.toSorted((a, b) => Number(a.baseline) - Number(b.baseline) || a.name.localeCompare(b.name, lang));
  const lists = await Promise.all(sorted.map(({ id }) => store.submissionsOf(id, challenge.id)));
  return sorted.map(({ id, name, baseline }, i) => {
    const score = best.get(id) ?? null;
    return {
      name,
      baseline,
      runs: lists[i].length,
      best: score === null ? null : formatScore(lang, score, 0),
      newest: lists[i].length === 0 ? null : submissionRow(lists[i][0], challenge, look),
    };
  });
}

export function showTeams(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = admitted(request, "all-teams");
    const challenge = await wishedChallenge(site, request);
    const { timeZone } = await eventOf(site);
    await site.store.audit({ actor: viewer.actor, act: "view-teams", subject: challenge.id });
    const title = say(lang, "teams.title");
    await sendPage(site, request, response, {
      template: "teams",
      title,
      here: "teams",
      about: challenge.id,
      sibling: (id) => `/teams?challenge=${id}`,
      crumbs: [{ text: title }],
      view: { challenge: { id: challenge.id }, rows: await rowsOf(site, challenge, { viewer, lang, timeZone }) },
    });
  };
}
