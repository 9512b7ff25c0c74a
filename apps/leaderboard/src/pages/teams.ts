/** For mentors and organizers: who is stuck and why, then teams by name, fifty a page, each with its newest run of a challenge. */
import type { Request, Response } from "express";
import { formatScore } from "@vigie/report";
import type { ChallengeSpec } from "@vigie/spec";
import type { ListedTeam, TeamLight } from "@vigie/store";
import { pageNumber, wishOf, type Wish } from "../board/pages.ts";
import { rowKey } from "../board/snapshot.ts";
import { wishedChallenge } from "../challenge-of.ts";
import { admitted } from "../http/admission.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import { pagerOf } from "../pager.ts";
import { say } from "../say.ts";
import type { View } from "../render.ts";
import { submissionRow, type Look } from "./runs.ts";
import { LIGHTS, lightView, teamLightView } from "../team/lights.ts";

const PAGE_TEAMS = 50;
const MOST_OF_LIGHT = 25;

async function rowsOf({ boards }: Site, challenge: ChallengeSpec, teams: readonly ListedTeam[], look: Look): Promise<View[]> {
  const { placeOf, places } = await boards.snapshot(challenge.id, "hosts");
  return teams.map(({ team, submissions, newest }) => {
    const place = placeOf.get(rowKey(team.id));
    const score = place === undefined ? null : places[place].row.score;
    return {
      name: team.name,
      href: `/${look.lang}/teams/${team.id}?challenge=${challenge.id}`,
      baseline: team.baseline,
      runs: submissions,
      best: score === null ? null : formatScore(look.lang, score, 0),
      newest: newest === null ? null : submissionRow(newest, challenge, look),
    };
  });
}

/** Teams under their lights, stuck ones first; of a light that many have, some, and how many more. */
function lightsView(lights: readonly TeamLight[], challenge: ChallengeSpec, { lang, event, now }: Look): View {
  const groups = LIGHTS.flatMap((light) => {
    const all = lights.filter((one) => one.light === light);
    if (all.length === 0) return [];
    const told = light === "fine" ? [] : all.slice(0, MOST_OF_LIGHT);
    return {
      title: say(lang, "lights.teams", { count: all.length }),
      light: lightView(light, lang),
      more: light === "fine" || all.length === told.length ? null : say(lang, "lights.more", { count: all.length - told.length }),
      teams: told.map((one) => ({
        ...teamLightView(one, event, now, lang),
        href: `/${lang}/teams/${one.team.id}?challenge=${challenge.id}`,
      })),
    };
  });
  const stuck = lights.filter(({ light }) => light !== "fine").length;
  return { finding: stuck === 0 ? say(lang, "lights.none") : say(lang, "lights.stuck", { count: stuck }), groups };
}

async function teamsView(site: Site, challenge: ChallengeSpec, wish: Wish, look: Look): Promise<View> {
  const { lang } = look;
  const { page, search } = wish;
  const from = (page - 1) * PAGE_TEAMS;
  const { total, rows } = await site.store.teamList(challenge.id, { search, from, most: PAGE_TEAMS });
  const href = (to: number, sought = search): string => {
    const query = [
      `challenge=${challenge.id}`,
      sought === "" ? "" : `q=${encodeURIComponent(sought)}`,
      to === 1 ? "" : `page=${to}`,
    ];
    return `/${lang}/teams?${query.filter((one) => one !== "").join("&")}`;
  };
  const pager = (label: string): View => pagerOf({ page, pages: Math.ceil(total / PAGE_TEAMS), href, label }, lang);
  const lights = search === "" && page === 1 ? await site.store.lights() : [];
  const words = total === 0 ? say(lang, "board.foundNone", { search }) : say(lang, "board.found", { count: total, search });
  return {
    challenge: { id: challenge.id },
    address: `/${lang}/teams`,
    search,
    found: search === "" ? null : { words, all: href(1, "") },
    pager: pager(say(lang, "pager.label")),
    below: pager(say(lang, "pager.below")),
    lights: lights.length === 0 ? null : lightsView(lights, challenge, look),
    rows: await rowsOf(site, challenge, rows, look),
  };
}

export function showTeams(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = admitted(request, "all-teams");
    const challenge = await wishedChallenge(site, request);
    const event = await eventOf(site);
    const wish = { ...wishOf(request.query), page: pageNumber(request.query) };
    await site.store.audit({ actor: viewer.actor, act: "view-teams", subject: challenge.id });
    const title = say(lang, "nav.teams");
    const which = wish.search !== "" ? wish.search : wish.page > 1 ? say(lang, "pager.page", { page: wish.page }) : null;
    await sendPage(site, request, response, {
      template: "teams",
      title: which === null ? title : `${title}, ${which}`,
      here: "teams",
      about: challenge.id,
      sibling: (id) => `/teams?challenge=${id}`,
      crumbs: [{ text: title }],
      view: await teamsView(site, challenge, wish, { viewer, lang, event, now: site.store.clock.now() }),
    });
  };
}
