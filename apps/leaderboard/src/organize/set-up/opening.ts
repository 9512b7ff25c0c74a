/** From an event as somebody described it to one that stands: every fault at once, or the event. */
import { HELP_LINE, type ChallengeSpec } from "@vigie/spec";
import { daysLater, plannedCalendar, typedMoment, wallOf, type Calendar, type EventFile, type TeamLine } from "@vigie/spec/event";
import type { Site } from "../../page.ts";
import type { OpenedEvent } from "../../options.ts";
import { Refusal } from "../../http/refusals.ts";
import { say } from "../../say.ts";
import { calendarFault, teamFault, type Fault } from "../fault.ts";

const KEPT_DAYS = 90;

export type Planned =
  { readonly kind: "right"; readonly event: OpenedEvent } | { readonly kind: "faulty"; readonly faults: readonly Fault[] };

function calendarOf(file: EventFile, now: number): { readonly calendar: Calendar | null; readonly faults: readonly Fault[] } {
  const planned = plannedCalendar(file, now);
  const { timeZone, opens, locks, freezes, reveals } = file;
  if (planned.kind === "planned") return { calendar: planned.calendar, faults: [] };
  return {
    calendar: null,
    faults: planned.faults.map((fault) => calendarFault(fault, { timeZone, opens, locks, freezes, reveals })),
  };
}

function challengesOf(
  file: EventFile,
  offered: readonly ChallengeSpec[],
): { readonly challenges: ChallengeSpec[]; readonly faults: Fault[] } {
  const challenges: ChallengeSpec[] = [];
  const faults: Fault[] = [];
  file.challenges.forEach(({ id }, i) => {
    const found = offered.find((one) => one.id === id);
    if (found !== undefined && !challenges.includes(found)) challenges.push(found);
    else faults.push({ at: `challenges/${i}/id`, found: id, words: (lang) => say(lang, "fault.challenge", { id }) });
  });
  return { challenges, faults };
}

/** The lines of a file; a number of teams has none. */
export function linesOf({ teams }: EventFile): readonly TeamLine[] {
  return teams !== undefined && "length" in teams ? teams : [];
}

async function teamFaults({ store }: Site, file: EventFile): Promise<Fault[]> {
  const lines = linesOf(file);
  const languages = file.languages ?? ["en", "fr"];
  const foreign = lines.flatMap(({ language }, i): Fault[] => {
    if (language === undefined || languages.includes(language)) return [];
    return [
      { at: `teams/${i}/language`, found: language, words: (lang) => say(lang, "fault.unknown-language", { found: language }) },
    ];
  });
  const planned = lines.length === 0 ? null : await store.planTeams(lines);
  const named = planned?.kind === "faulty" ? planned.faults.map((fault) => teamFault(fault, lines[fault.row].name)) : [];
  return [...foreign, ...named];
}

function keptUntilOf(file: EventFile, calendar: Calendar): string {
  return file.keptUntil ?? wallOf(daysLater(calendar.locks, KEPT_DAYS)).day;
}

function keptFaults(file: EventFile, calendar: Calendar | null): Fault[] {
  const { keptUntil } = file;
  if (keptUntil === undefined || calendar === null || keptUntil > wallOf(calendar.reveals).day) return [];
  return [{ at: "keptUntil", found: keptUntil, words: (lang) => say(lang, "fault.kept-until") }];
}

/** Looks an event through before it stands; nothing is written. */
export async function plannedEvent(site: Site, file: EventFile): Promise<Planned> {
  const { calendar, faults } = calendarOf(file, site.store.clock.now());
  const { challenges, faults: unknown } = challengesOf(file, site.options.setUp?.challenges ?? []);
  const wrong = [...faults, ...unknown, ...(await teamFaults(site, file)), ...keptFaults(file, calendar)];
  if (wrong.length > 0 || calendar === null) return { kind: "faulty", faults: wrong };
  const { name, timeZone, languages = ["en", "fr"], helpLine = HELP_LINE, network = null, hidesPublicInFreeze = false } = file;
  const weights = Object.fromEntries(file.challenges.flatMap(({ id, weight }) => (weight === undefined ? [] : [[id, weight]])));
  const words = { name, timeZone, languages, helpLine, network, hidesPublicInFreeze, weights };
  return { kind: "right", event: { ...words, keptUntil: keptUntilOf(file, calendar), calendar, challenges } };
}

async function openNow(site: Site, file: EventFile, actor: string): Promise<Planned> {
  if ((await site.store.event()) !== null) throw new Refusal("meanwhile");
  const planned = await plannedEvent(site, file);
  const { setUp } = site.options;
  if (planned.kind === "faulty" || setUp === undefined) return planned;
  await setUp.open(planned.event);
  const { teams } = file;
  if (teams !== undefined && "count" in teams) await site.store.countTeams(teams.count, actor);
  else if (linesOf(file).length > 0) await site.store.saveTeams(linesOf(file), actor);
  return planned;
}

/** One event at a time is being opened: who presses twice waits for the first press, and finds it done. */
const opening = new WeakMap<Site, Promise<unknown>>();

/**
 * Makes the event and its teams.
 * @throws Refusal `meanwhile` where there is one already.
 */
export async function openEvent(site: Site, file: EventFile, actor: string): Promise<Planned> {
  const work = (opening.get(site) ?? Promise.resolve()).then(() => openNow(site, file, actor));
  opening.set(
    site,
    work.catch(() => undefined),
  );
  return work;
}

/** An event as a file that makes it again. */
export function eventFileOf(event: OpenedEvent, teams: readonly TeamLine[]): EventFile {
  const { name, timeZone, calendar, challenges, languages, helpLine, network, hidesPublicInFreeze, keptUntil, weights } = event;
  const { opens, locks, freezes, reveals } = calendar;
  return {
    event: 1,
    name,
    timeZone,
    opens: typedMoment(opens),
    locks: typedMoment(locks),
    freezes: freezes === null ? null : typedMoment(freezes),
    reveals: typedMoment(reveals),
    challenges: challenges.map(({ id }) => (Object.hasOwn(weights, id) ? { id, weight: weights[id] } : { id })),
    teams: [...teams],
    languages: [...languages],
    helpLine,
    ...(network === null ? {} : { network }),
    hidesPublicInFreeze,
    ...(keptUntil === null ? {} : { keptUntil }),
  };
}
