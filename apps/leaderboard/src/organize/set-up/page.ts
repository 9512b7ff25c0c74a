/** The page that opens an event: seven questions, what is wrong with the answers, and nothing lost of them. */
import type { Request, Response } from "express";
import { formatWeekday, formatZone } from "@vigie/report";
import { instantOf, isZone, momentAt, plannedCalendar, typedMoment, wallOf, type Calendar, type Moment } from "@vigie/spec/event";
import type { Language } from "@vigie/spec";
import { isoOf } from "../../clock.ts";
import { admitted } from "../../http/admission.ts";
import { Refusal } from "../../http/refusals.ts";
import { languageOf, sendPage, type Site } from "../../page.ts";
import type { View } from "../../render.ts";
import type { Asked } from "../../routes/route.ts";
import { say } from "../../say.ts";
import type { Fault } from "../fault.ts";
import { all, readDay, readTime, typedTime } from "../fields.ts";
import { readSetUp, typedWall, type ReadForm, type SetUpForm } from "./form.ts";
import { asText } from "../teams/list-form.ts";
import { openEvent, plannedEvent } from "./opening.ts";
import { readAs, teamsTable } from "./teams-table.ts";
import { DEFAULT_ZONE, zoneGroups, zoneWords } from "./zones.ts";

const DAY_MS = 86_400_000;

/** What stands in the form before anybody typed: a week from now, for two days. */
function proposal(now: number, challenges: readonly { readonly id: string }[]): SetUpForm {
  const [opens, locks] = [7, 8].map((days) => wallOf(momentAt(now + days * DAY_MS, DEFAULT_ZONE)).day);
  return {
    zone: DEFAULT_ZONE,
    opens_day: opens,
    opens_time: "09:00",
    locks_day: locks,
    locks_time: "17:00",
    challenge: challenges.slice(0, 1).map(({ id }) => id),
    teams: "names",
    language: ["en", "fr"],
  };
}

/** Which of two times is meant: the choice that a fault offers. */
export function meantOptions(
  lang: Language,
  key: keyof Calendar,
  wall: string,
  zone: string,
  chosen: string | undefined,
): View[] {
  if (!isZone(zone)) return [];
  const typed = wall.slice(0, 16);
  const planned = plannedCalendar({ timeZone: zone, opens: typed, locks: typed }, 0);
  const fault = planned.kind === "faulty" ? planned.faults.find(({ code }) => code === "twice" || code === "never") : undefined;
  if (fault === undefined) return [];
  const moments: Moment[] =
    fault.code === "twice" ? [fault.first, fault.second] : fault.code === "never" ? [fault.before, fault.after] : [];
  return moments.map((moment, i) => {
    const { time } = wallOf(moment);
    const iso = isoOf(instantOf(moment));
    const value = `${typed}>${typedMoment(moment)}`;
    const order = say(
      lang,
      fault.code === "twice" ? (i === 0 ? "setUp.first" : "setUp.second") : i === 0 ? "setUp.before" : "setUp.after",
    );
    return {
      id: `${key}-${i}`,
      name: `${key}_meant`,
      value,
      chosen: chosen === value,
      text: `${typedTime(lang, time)} ${formatZone(lang, iso, zone)}, ${order}`,
    };
  });
}

/** The weekday and the zone's name of a moment that was typed; nothing where it cannot be read. */
function echo(lang: Language, wall: string, zone: string): View | null {
  if (!isZone(zone) || wall.startsWith("0000")) return null;
  const at = Date.parse(`${wall.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(at)) return null;
  const planned = plannedCalendar({ timeZone: zone, opens: wall, locks: "9999-01-01T00:00" }, 0);
  const iso = planned.kind === "planned" ? isoOf(instantOf(planned.calendar.opens)) : null;
  return {
    weekday: formatWeekday(lang, new Date(at).toISOString(), "UTC", "long"),
    zone: iso === null ? "" : formatZone(lang, iso, zone),
  };
}

function momentFields(lang: Language, form: SetUpForm, key: "opens" | "locks", faults: readonly Fault[]): View {
  const [day, time, meant] = [form[`${key}_day`] ?? "", form[`${key}_time`] ?? "", form[`${key}_meant`]];
  const zone = form.zone ?? "";
  const wall = typedWall(day, time, meant);
  const readable = readTime(time);
  return {
    key,
    day: readDay(day) ?? day,
    time: readable === null ? time : typedTime(lang, readable),
    echo: echo(lang, wall, zone),
    fault: faultAt(lang, faults, key),
    options: meantOptions(lang, key, wall, zone, meant),
  };
}

function faultAt(lang: Language, faults: readonly Fault[], at: string): string | null {
  return faults.find((fault) => fault.at === at)?.words(lang) ?? null;
}

const ANCHORS: Readonly<Record<string, string>> = { opens: "opens-day", locks: "locks-day", timeZone: "zone" };

/** The summary's lines, each with the way to what it is about. */
function summary(lang: Language, faults: readonly Fault[], read: ReadForm["teams"]): View[] {
  return faults.map(({ at, words }) => {
    const [head, line] = at.split("/");
    const row = head === "teams" && line !== undefined ? read?.lines[Number(line)]?.row : undefined;
    const href = row !== undefined ? `row-${row}` : (ANCHORS[head] ?? at.replace("/", "-"));
    const where = row === undefined ? say(lang, `setUp.short.${shortOf(head)}`) : say(lang, "setUp.short.row", { row });
    return { href: `#${href}`, text: say(lang, "setUp.summaryLine", { where, words: words(lang) }) };
  });
}

function shortOf(head: string): "name" | "timeZone" | "opens" | "locks" | "challenges" | "teams" | "languages" | "other" {
  switch (head) {
    case "name":
    case "timeZone":
    case "opens":
    case "locks":
    case "challenges":
    case "teams":
    case "languages":
      return head;
    default:
      return "other";
  }
}

/** A file that was right stands in the field for names, so that it need not be chosen again. */
function keptNames(
  form: SetUpForm,
  { teams }: ReadForm,
  faults: readonly Fault[],
): { readonly names: string; readonly choice: string } {
  const choice = form.teams ?? "names";
  if (choice !== "csv" || teams === null || faults.some(({ at }) => at.startsWith("teams")))
    return { names: form.names ?? "", choice };
  return { names: asText(teams), choice: "names" };
}

function viewOf(site: Site, lang: Language, form: SetUpForm, read: ReadForm | null, faults: readonly Fault[]): View {
  const challenges = site.options.setUp?.challenges ?? [];
  const chosen = all(form.challenge);
  const zone = form.zone ?? DEFAULT_ZONE;
  const kept = read === null ? { names: form.names ?? "", choice: form.teams ?? "names" } : keptNames(form, read, faults);
  const teams = read?.teams ?? null;
  return {
    faults:
      faults.length === 0
        ? null
        : { title: say(lang, "setUp.faults", { count: faults.length }), lines: summary(lang, faults, teams) },
    name: {
      en: form.name_en ?? "",
      fr: form.name_fr ?? "",
      fault: faultAt(lang, faults, "name/en") ?? faultAt(lang, faults, "name/fr"),
    },
    zones: zoneGroups(lang, zone),
    zoneNow: zoneWords(lang, zone, site.store.clock.now()),
    zoneFault: faultAt(lang, faults, "timeZone"),
    moments: [
      {
        number: 3,
        title: say(lang, "setUp.opens"),
        help: say(lang, "setUp.opensHelp"),
        ...momentFields(lang, form, "opens", faults),
      },
      {
        number: 4,
        title: say(lang, "setUp.locks"),
        help: say(lang, "setUp.locksHelp"),
        ...momentFields(lang, form, "locks", faults),
      },
    ],
    challenges: challenges.map(({ id, title, summary: text }) => ({
      id,
      title: title[lang],
      summary: text[lang],
      chosen: chosen.includes(id),
    })),
    challengesFault: faults.find(({ at }) => at.startsWith("challenges"))?.words(lang) ?? null,
    teams: {
      byNames: kept.choice === "names",
      byFile: kept.choice === "csv",
      byCount: kept.choice === "count",
      names: kept.names,
      moved:
        kept.choice === "names" && form.teams === "csv" && teams !== null
          ? say(lang, "setUp.fileKept", { count: teams.lines.length })
          : null,
      count: form.count ?? "",
      fault: faultAt(lang, faults, "teams"),
      wrong: faults.some(({ at }) => at.startsWith("teams")),
      table: teamsTable(lang, teams, faults),
      read: teams === null ? null : readAs(lang, teams),
    },
    languages: (["en", "fr"] as const).map((one) => ({
      id: one,
      text: say(lang, `setUp.${one}`),
      chosen: all(form.language).includes(one),
    })),
    languagesFault: faultAt(lang, faults, "languages"),
  };
}

async function send(site: Site, request: Request, response: Response, view: View, status = 200): Promise<void> {
  const title = say(languageOf(request), "setUp.title");
  const shown = status === 200 ? title : say(languageOf(request), "form.errorTitle", { title });
  await sendPage(site, request, response, { template: "set-up", title: shown, here: "none", crumbs: [], view }, status);
}

/** @returns false where there is nothing to set up, after the visitor was sent on. */
async function mayBegin(site: Site, request: Request, response: Response): Promise<boolean> {
  admitted(request, "organize");
  if ((await site.store.event()) !== null) {
    response.redirect(303, `/${languageOf(request)}/organize`);
    return false;
  }
  if (site.options.setUp === undefined) throw new Refusal("preparing");
  return true;
}

export function showSetUp(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    if (!(await mayBegin(site, request, response))) return;
    const form = proposal(site.store.clock.now(), site.options.setUp?.challenges ?? []);
    await send(site, request, response, viewOf(site, languageOf(request), form, null, []));
  };
}

export function submitSetUp(site: Site) {
  return async (request: Request, response: Response, { body: form }: Asked<unknown, SetUpForm>): Promise<void> => {
    if (!(await mayBegin(site, request, response))) return;
    const { actor } = admitted(request, "organize");
    const lang = languageOf(request);
    const read = readSetUp(form);
    const unread = new Set(read.faults.map(({ at }) => partOf(at)));
    const planned = read.faults.length === 0 ? await openEvent(site, read.file, actor) : await plannedEvent(site, read.file);
    if (planned.kind === "right" && read.faults.length === 0) {
      response.redirect(303, `/${lang}/organize/timeline`);
      return;
    }
    const faults = [
      ...read.faults,
      ...(planned.kind === "faulty" ? planned.faults.filter(({ at }) => !unread.has(partOf(at))) : []),
    ];
    await send(site, request, response, viewOf(site, lang, form, read, inOrder(faults)), 422);
  };
}

/** Of what a fault is: of one team, or of one question. */
function partOf(at: string): string {
  return at.startsWith("teams/") ? at.split("/").slice(0, 2).join("/") : at;
}

const ORDER = ["name", "timeZone", "opens", "locks", "challenges", "teams", "languages"];

/** As the questions stand on the page, and within a list by row. */
function inOrder(faults: readonly Fault[]): Fault[] {
  const place = ({ at }: Fault): number => {
    const [head, line] = at.split("/");
    return ORDER.indexOf(head) * 10_000 + (Number(line) || 0);
  };
  return faults.toSorted((a, b) => place(a) - place(b));
}
