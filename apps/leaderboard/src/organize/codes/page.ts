/**
 * Codes, printed: six cards a sheet, each in its team's language.
 *
 * A code exists as text in this answer alone, which nobody keeps; what is stored is its hash. The square holds the code in
 * the address' fragment, which no browser sends and no log has.
 */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { mark } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { EventSettings } from "@vigie/store";
import { admitted } from "../../http/admission.ts";
import { Refusal } from "../../http/refusals.ts";
import { addressOf } from "../../commands.ts";
import { eventOf, languageOf, type Site } from "../../page.ts";
import type { View } from "../../render.ts";
import type { Asked } from "../../routes/route.ts";
import { say } from "../../say.ts";
import { all, Field, Several, trimmed } from "../fields.ts";
import { sendOrganized } from "../send.ts";
import { qrSvg } from "./qr.ts";

export const CodesForm = Type.Object({ which: Field, team: Several, address: Field, confirmed: Field });
export type CodesForm = Static<typeof CodesForm>;

const CARDS = 6;

interface IssuedCode {
  readonly name: string;
  readonly language: Language;
  readonly code: string;
  readonly role: "participant" | "mentor" | "organizer";
}

/** Where teams find the server: what the organizer typed, as long as it is an address. */
function wishedAddress(site: Site, request: Request, typed: string | undefined): string {
  const text = trimmed(typed);
  const whole = /^https?:\/\//i.test(text) ? text : `http://${text}`;
  const valid = text !== "" && /^https?:\/\/[\w.:[\]-]{1,200}\/?$/i.test(whole) && URL.canParse(whole);
  return (valid ? whole : addressOf(site, request)).replace(/\/+$/, "");
}

/** The team's; where it has none, that of whoever prints. */
function languageFor({ languages }: EventSettings, wished: Language | null, page: Language): Language {
  return [wished, page].find((one) => one !== null && languages.includes(one)) ?? languages[0];
}

/** The teams of a wish. @throws Refusal `bad-request` where it names none. */
export async function wishedTeams({ store }: Pick<Site, "store">, { which, team }: CodesForm): Promise<readonly string[]> {
  if (which !== "without" && which !== "all") return all(team);
  const lights = (await store.lights()).filter((light) => !light.team.erased);
  return lights.filter(({ hasCode }) => which === "all" || !hasCode).map((light) => light.team.id);
}

async function issued(
  site: Site,
  form: CodesForm,
  event: EventSettings,
  lang: Language,
  actor: string,
): Promise<readonly IssuedCode[]> {
  if (form.which === "mentor" || form.which === "organizer") {
    const role = form.which;
    const code = await site.store.issueCode({ role, team: null });
    await site.store.audit({ actor, act: "issue-codes", subject: role });
    return [{ name: say(lang, `codes.${role}`), language: lang, code, role }];
  }
  const teams = await wishedTeams(site, form);
  if (teams.length === 0) {
    const key = form.which === "without" ? "codes.allHave" : "codes.none";
    throw new Refusal("bad-request", { detail: { en: say("en", key), fr: say("fr", key) } });
  }
  return (await site.store.issueCodes(teams, actor)).map(({ team, code }) => {
    return { name: team.name, language: languageFor(event, team.language, lang), code, role: "participant" as const };
  });
}

function cardOf(event: EventSettings, address: string, { name, language, code, role }: IssuedCode): View {
  return {
    lang: language,
    mark: mark(20),
    event: event.name[language],
    name,
    long: name.length > 38 ? "longer" : name.length > 20 ? "long" : null,
    network: event.network === null ? null : { words: say(language, "codes.network"), name: event.network },
    scan: say(language, "codes.scan"),
    open: say(language, "codes.open"),
    host: address.replace(/^https?:\/\//, ""),
    type: say(language, "codes.type"),
    label: say(language, role === "participant" ? "codes.team" : "codes.code"),
    code,
    keep: say(language, role === "participant" ? "codes.keep" : "codes.keepRole"),
    qr: qrSvg(`${address}/${language}/join#${code}`),
  };
}

function sheetsOf(lang: Language, cards: readonly View[]): View[] {
  const count = Math.ceil(cards.length / CARDS);
  return Array.from({ length: count }, (_, i) => {
    const own = cards.slice(i * CARDS, (i + 1) * CARDS);
    const values = { sheet: i + 1, sheets: count, from: i * CARDS + 1, to: i * CARDS + own.length, total: cards.length };
    return { cards: own, foot: say(lang, "codes.foot", values) };
  });
}

/** An address that means this very machine, to whoever opens it. */
function isOwnMachine(address: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/i.test(address);
}

async function sendSheets(
  site: Site,
  request: Request,
  response: Response,
  codes: readonly IssuedCode[],
  address: string,
): Promise<void> {
  const lang = languageOf(request);
  const event = await eventOf(site);
  const title = say(lang, "codes.title");
  await sendOrganized(site, request, response, {
    template: "codes",
    title,
    here: "organize-teams",
    below: "organize-teams",
    secret: true,
    view: {
      lead: say(lang, "codes.lead", { count: codes.length }),
      warning: isOwnMachine(address) ? say(lang, "codes.ownMachine", { address }) : null,
      sheets: sheetsOf(
        lang,
        codes.map((one) => cardOf(event, address, one)),
      ),
    },
  });
}

/** Asks once more where codes that teams hold would stop to work. */
async function sendQuestion(site: Site, request: Request, response: Response, form: CodesForm): Promise<void> {
  const lang = languageOf(request);
  const lights = await site.store.lights();
  const count = lights.filter(({ hasCode, team }) => hasCode && !team.erased).length;
  const title = say(lang, "codes.sure");
  await sendOrganized(site, request, response, {
    template: "sure",
    title,
    here: "organize-teams",
    below: "organize-teams",
    view: {
      heading: title,
      effect: say(lang, "codes.sureHelp", { count }),
      action: `/${lang}/organize/codes`,
      fields: { which: form.which, address: form.address ?? "" },
      button: say(lang, "codes.sureGo"),
      back: `/${lang}/organize/teams`,
    },
  });
}

export function submitCodes(site: Site) {
  return async (request: Request, response: Response, { body: form }: Asked<unknown, CodesForm>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const event = await eventOf(site);
    response.set("cache-control", "no-store");
    if (form.which === "all" && form.confirmed === undefined) return sendQuestion(site, request, response, form);
    const codes = await issued(site, form, event, languageOf(request), actor);
    await sendSheets(site, request, response, codes, wishedAddress(site, request, form.address));
  };
}
