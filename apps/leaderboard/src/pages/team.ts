/** One team for those who help it: its light, all its runs of a challenge, the way to their code and to what changed. */
import type { Request, Response } from "express";
import type { Team } from "@vigie/store";
import { wishedChallenge } from "../challenge-of.ts";
import { admitted } from "../http/admission.ts";
import { Refusal } from "../http/refusals.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import { say } from "../say.ts";
import { teamLightView } from "../team/lights.ts";
import { submissionRow } from "./runs.ts";

const MOST_RUNS = 200;

async function teamOf({ store }: Site, id: unknown): Promise<Team> {
  const found = (await store.teams()).find((team) => team.id === id);
  if (found === undefined) throw new Refusal("not-found");
  return found;
}

export function showTeam(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { store } = site;
    const lang = languageOf(request);
    const viewer = admitted(request, "all-teams");
    const [team, challenge, event] = await Promise.all([
      teamOf(site, request.params["team"]),
      wishedChallenge(site, request),
      eventOf(site),
    ]);
    await store.audit({ actor: viewer.actor, act: "view-team", subject: team.id });
    const now = store.clock.now();
    const [lights, all] = await Promise.all([store.lights(), store.submissionsOf(team.id, challenge.id, { most: MOST_RUNS })]);
    const light = lights.find((one) => one.team.id === team.id);
    const rows = all.flatMap((one) => {
      const row = submissionRow(one, challenge, { viewer, lang, event, now });
      return row === null ? [] : [{ ...row, code: `${String(row["href"])}/code`, compare: `${String(row["href"])}/compare` }];
    });
    await sendPage(site, request, response, {
      template: "team",
      title: `${team.name}, ${challenge.title[lang]}`,
      here: "teams",
      about: challenge.id,
      sibling: (id) => `/teams/${team.id}?challenge=${id}`,
      crumbs: [{ text: say(lang, "nav.teams"), href: `/${lang}/teams?challenge=${challenge.id}` }, { text: team.name }],
      view: {
        name: team.name,
        light: light === undefined ? null : teamLightView(light, event, now, lang),
        challenge: { id: challenge.id, title: challenge.title[lang] },
        several: rows.length > 1,
        rows,
      },
    });
  };
}
