/** One team as organizers run it: its words, how it takes part, its code, its data. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import type { Language } from "@vigie/spec";
import { StoreError, type Entry, type TeamProfile } from "@vigie/store";
import { admitted } from "../../http/admission.ts";
import { Refusal } from "../../http/refusals.ts";
import { addressOf } from "../../commands.ts";
import { eventOf, languageOf, type Site } from "../../page.ts";
import type { View } from "../../render.ts";
import type { Asked } from "../../routes/route.ts";
import { say } from "../../say.ts";
import { shortLightView } from "../../team/lights.ts";
import { Field, seenOf, trimmed } from "../fields.ts";
import { sendOrganized } from "../send.ts";
import { whereItCan } from "../where-it-can.ts";

export const TeamForm = Type.Object({
  name: Field,
  language: Field,
  division: Field,
  entry: Field,
  reason: Field,
  do: Field,
  confirmed: Field,
  seen: Field,
});
export type TeamForm = Static<typeof TeamForm>;

const ENTRIES = ["competing", "out-of-competition", "disqualified"] as const satisfies readonly Entry[];
const LONGEST_REASON = 500;
const LONGEST_DIVISION = 40;

/** What the page's forms change of a team. */
const seenTeam = ({ name, language, division, entry, reason }: TeamProfile): string =>
  seenOf([name, language, division, entry, reason]);

/** @throws Refusal `not-found`. */
export async function profileOf({ store }: Pick<Site, "store">, team: unknown): Promise<TeamProfile> {
  try {
    return await store.teamProfile(typeof team === "string" ? team : "");
  } catch (cause) {
    if (cause instanceof StoreError && cause.code === "unknown-team") throw new Refusal("not-found");
    throw cause;
  }
}

async function viewOf(
  site: Site,
  request: Request,
  team: TeamProfile,
  form: TeamForm | null,
  fault: string | null,
): Promise<View> {
  const lang = languageOf(request);
  const light = (await site.store.lights()).find((one) => one.team.id === team.id);
  const entry = form?.entry ?? team.entry;
  return {
    id: team.id,
    seen: seenTeam(team),
    heading: team.name,
    name: form?.name ?? team.name,
    fault,
    faultTitle: say(lang, "setUp.faults", { count: 1 }),
    key: team.key,
    division: form?.division ?? team.division ?? "",
    languages: (["", "en", "fr"] as const).map((one) => ({
      value: one,
      text: one === "" ? say(lang, "organize.anyLanguage") : say(lang, `setUp.${one}`),
      chosen: one === (form?.language ?? team.language ?? ""),
    })),
    entries: ENTRIES.map((one) => ({
      value: one,
      text: one === "competing" ? say(lang, "organize.competing") : say(lang, `board.${one}`),
      help: say(lang, `organize.entryHelp.${one}`),
      chosen: one === entry,
    })),
    reason: form?.reason ?? team.reason ?? "",
    hidden: team.hidden,
    toggle: { value: team.hidden ? "show" : "hide", text: say(lang, team.hidden ? "organize.show" : "organize.hide") },
    toggleHelp: say(lang, team.hidden ? "organize.showHelp" : "organize.hideHelp"),
    light: light === undefined ? null : shortLightView(light, lang),
    code: say(lang, light?.hasCode === true ? "organize.reissueHelp" : "organize.issueHelp"),
    codeButton: say(lang, light?.hasCode === true ? "organize.reissue" : "organize.issue"),
    address: addressOf(site, request),
    erased: team.erased,
    data: `/api/v1/teams/${encodeURIComponent(team.id)}/data`,
  };
}

async function send(site: Site, request: Request, response: Response, view: View, heading: string, status = 200): Promise<void> {
  const page = { template: "organize-team", title: heading, here: "organize-teams", below: "organize-teams", view } as const;
  await sendOrganized(site, request, response, page, status);
}

const pathOf = (lang: Language, { id }: Pick<TeamProfile, "id">): string => `/${lang}/organize/teams/${encodeURIComponent(id)}`;

/** Says what would be deleted and what stays, and asks once more. */
async function askToErase(site: Site, request: Request, response: Response, team: TeamProfile): Promise<void> {
  const lang = languageOf(request);
  const title = say(lang, "erase.title", { team: team.name });
  const view = {
    heading: title,
    effect: say(lang, "erase.effect"),
    stays: say(lang, "erase.stays"),
    action: pathOf(lang, team),
    fields: { do: "erase" },
    button: say(lang, "erase.go"),
    back: pathOf(lang, team),
  };
  await sendOrganized(site, request, response, {
    ...{ template: "sure", title, here: "organize-teams", below: "organize-teams", view },
  });
}

export function showTeam(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    admitted(request, "organize");
    await eventOf(site);
    const team = await profileOf(site, request.params["team"]);
    await send(site, request, response, await viewOf(site, request, team, null, null), team.name);
  };
}

/** What a form changes; null where a field holds what cannot be kept. */
export function changeOf(form: TeamForm): Parameters<Site["store"]["changeTeam"]>[1] {
  if (form.do === "hide" || form.do === "show") return { hidden: form.do === "hide" };
  const entry = ENTRIES.find((one) => one === form.entry);
  if (form.do === "entry" && entry !== undefined) {
    const reason = trimmed(form.reason).slice(0, LONGEST_REASON);
    return { entry, reason: entry === "disqualified" && reason !== "" ? reason : null };
  }
  const division = trimmed(form.division).slice(0, LONGEST_DIVISION);
  const language = form.language === "en" || form.language === "fr" ? form.language : null;
  return { name: trimmed(form.name), division: division === "" ? null : division, language };
}

/** The sentence of a name that the store refuses. */
export function nameFault(lang: "en" | "fr", cause: unknown): string | null {
  if (!(cause instanceof StoreError)) return null;
  if (cause.code === "bad-team-name") return say(lang, "fault.team.bad-name");
  if (cause.code === "team-name-taken") return say(lang, "organize.nameTaken");
  return cause.code === "team-name-looks-alike" ? say(lang, "organize.nameLooksAlike") : null;
}

export function submitTeam(site: Site) {
  return async (request: Request, response: Response, { body: form }: Asked<unknown, TeamForm>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const lang = languageOf(request);
    const team = await profileOf(site, request.params["team"]);
    if (team.erased) throw new Refusal("meanwhile");
    if (form.do === "erase" && form.confirmed === undefined) return askToErase(site, request, response, team);
    if (form.do === "erase") {
      await whereItCan(site.store.eraseTeam(team.id, actor));
      response.redirect(303, `/${lang}/organize/teams`);
      return;
    }
    const refused = async (fault: string, status: number): Promise<void> =>
      send(site, request, response, await viewOf(site, request, team, form, fault), team.name, status);
    if (form.seen !== undefined && form.seen !== seenTeam(team)) return refused(say(lang, "timeline.meanwhile"), 409);
    if (form.do === "entry" && form.entry === "disqualified" && trimmed(form.reason) === "")
      return refused(say(lang, "organize.reasonMissing"), 422);
    try {
      await site.store.changeTeam(team.id, changeOf(form), actor);
    } catch (cause) {
      const fault = nameFault(lang, cause);
      if (fault === null) throw cause;
      return refused(fault, 422);
    }
    response.redirect(303, form.do === "hide" || form.do === "show" ? `/${lang}/organize/teams` : pathOf(lang, team));
  };
}
