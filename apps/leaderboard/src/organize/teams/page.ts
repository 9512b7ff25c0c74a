/** All teams as organizers run them: who they are, whether they have a code, how they are doing, and what can be done. */
import type { Request, Response } from "express";
import { icon } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { EventSettings, TeamLight } from "@vigie/store";
import { admitted } from "../../http/admission.ts";
import { eventOf, languageOf, type Site } from "../../page.ts";
import type { View } from "../../render.ts";
import { plainLetters } from "../../board/pages.ts";
import { addressOf } from "../../commands.ts";
import type { Asked } from "../../routes/route.ts";
import { say } from "../../say.ts";
import { shortLightView } from "../../team/lights.ts";
import { sendOrganized } from "../send.ts";
import { readAs, teamsTable } from "../set-up/teams-table.ts";
import { asText, plannedList, readSent, type ListRead, type TeamsForm } from "./list-form.ts";

interface Listing {
  readonly lang: Language;
  readonly event: EventSettings;
  readonly search: string;
}

function rowOf({ lang }: Listing, light: TeamLight): View {
  const { team, hasCode } = light;
  const marks = [
    team.entry === "competing" ? null : say(lang, `board.${team.entry}`),
    team.hidden ? say(lang, "organize.hidden") : null,
    team.erased ? say(lang, "organize.erased") : null,
    team.named ? null : say(lang, "organize.unnamed"),
  ].filter((mark) => mark !== null);
  return {
    id: team.id,
    name: team.name,
    href: `/${lang}/organize/teams/${encodeURIComponent(team.id)}`,
    marks: marks.join(", "),
    division: team.division ?? "",
    language: team.language ?? "",
    code: say(lang, hasCode ? "organize.hasCode" : "organize.noCode"),
    light: shortLightView(light, lang),
    toggle: { value: team.hidden ? "show" : "hide", text: say(lang, team.hidden ? "organize.show" : "organize.hide") },
  };
}

function previewOf(lang: Language, list: ListRead | null): View | null {
  if (list === null || list.planned === null) return null;
  const { rows } = list.planned;
  const count = (kind: "new" | "changed" | "same"): number => rows.filter(({ becomes }) => becomes === kind).length;
  const lines = (["new", "changed", "same"] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => say(lang, `organize.preview.${kind}`, { count: count(kind) }));
  const names = list.read.lines.map(({ row, line }, i) => ({
    row,
    name: line.name,
    becomes: say(lang, `organize.becomes.${rows[i].becomes}`),
  }));
  return { lines, names, text: asText(list.read), nothing: count("new") + count("changed") === 0, ...readAs(lang, list.read) };
}

async function viewOf(
  site: Site,
  request: Request,
  listing: Listing,
  form: TeamsForm | null,
  list: ListRead | null,
): Promise<View> {
  const { lang, search } = listing;
  const lights = await site.store.lights();
  const wanted = plainLetters(search);
  const found = lights
    .filter(({ team }) => search === "" || plainLetters(`${team.name} ${team.division ?? ""}`).includes(wanted))
    .toSorted((a, b) => a.team.name.localeCompare(b.team.name, lang));
  const without = lights.filter(({ hasCode, team }) => !hasCode && !team.erased).length;
  const faults = list?.faults ?? [];
  return {
    search,
    lead: say(lang, "organize.teamsLead", { count: lights.length }),
    rows: found.map((light) => rowOf(listing, light)),
    empty: lights.length === 0,
    without: say(lang, "organize.printWithout", { count: without }),
    anyWithout: without > 0,
    anyWith: lights.length > without,
    address: addressOf(site, request),
    preview: previewOf(lang, list),
    fault: faults.find(({ at }) => at === "teams")?.words(lang) ?? null,
    table: list === null ? null : teamsTable(lang, list.read, faults),
    names: form?.names ?? "",
    tick: icon("check"),
  };
}

async function send(site: Site, request: Request, response: Response, view: View, status = 200): Promise<void> {
  const title = say(languageOf(request), "organize.title");
  const page = { template: "organize-teams", title, here: "organize-teams", below: null, view } as const;
  await sendOrganized(site, request, response, page, status);
}

async function listingOf(site: Site, request: Request): Promise<Listing> {
  const search = typeof request.query["q"] === "string" ? request.query["q"].trim().slice(0, 60) : "";
  return { lang: languageOf(request), event: await eventOf(site), search };
}

export function showOrganizedTeams(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const listing = await listingOf(site, request);
    await site.store.audit({ actor, act: "view-teams", subject: listing.event.id });
    await send(site, request, response, await viewOf(site, request, listing, null, null));
  };
}

/** Shows what a list would do; with `do=save` it is done. */
export function submitTeams(site: Site) {
  return async (request: Request, response: Response, { body: form }: Asked<unknown, TeamsForm>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const listing = await listingOf(site, request);
    const list = await plannedList(site.store, readSent(form, listing.event));
    const show = async (shown: ListRead, status: number): Promise<void> =>
      send(site, request, response, await viewOf(site, request, listing, form, shown), status);
    if (list.faults.length > 0) return show(list, 422);
    if (form.do !== "save") return show(list, 200);
    const lines = list.read.lines.map(({ line }) => line);
    const saved = await site.store.saveTeams(lines, actor);
    if (saved.kind === "faulty") return show(await plannedList(site.store, list.read), 422);
    response.redirect(303, `/${listing.lang}/organize/teams`);
  };
}
