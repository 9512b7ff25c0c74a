/** The timeline: a picture of all that is planned, and the same as a form. */
import type { Request, Response } from "express";
import { formatCity, formatZone, timelinePicture } from "@vigie/report";
import type { ChallengeSpec, Language } from "@vigie/spec";
import {
  clockChanges,
  derivedFreeze,
  derivedReveal,
  instantOf,
  midnights,
  readWallTime,
  type Act,
  type Calendar,
  type EventFault,
} from "@vigie/spec/event";
import type { EventSettings } from "@vigie/store";
import { stateOf } from "../../clock.ts";
import { admitted } from "../../http/admission.ts";
import { eventOf, languageOf, type Site } from "../../page.ts";
import type { View } from "../../render.ts";
import type { Asked } from "../../routes/route.ts";
import { say } from "../../say.ts";
import { calendarFault } from "../fault.ts";
import { typedTime } from "../fields.ts";
import { sendOrganized } from "../send.ts";
import { meantOptions } from "../set-up/page.ts";
import { longDayAt, ownZone, whenOf, whenWords } from "../when.ts";
import { edited, isDerived, isPast, KEYS, typedOf, type Edited, type Key, type TimelineForm, type Typed } from "./form.ts";

interface Shown {
  readonly lang: Language;
  readonly event: EventSettings;
  readonly challenges: readonly ChallengeSpec[];
  readonly now: number;
  readonly own: string | null;
  /** As it holds; the form may say otherwise. */
  readonly stored: Calendar;
}

async function shownFor(site: Site, request: Request): Promise<Shown> {
  const [event, challenges] = await Promise.all([eventOf(site), site.store.challenges()]);
  const now = site.store.clock.now();
  const { calendar: stored } = stateOf(event, now);
  return { lang: languageOf(request), event, challenges, now, own: ownZone(request), stored };
}

/** New attempts a day, where all challenges give as many. */
function attemptsOf(challenges: readonly ChallengeSpec[]): number | null {
  const counts = new Set(challenges.map(({ attemptsPerDay }) => attemptsPerDay));
  return counts.size === 1 ? [...counts][0] : null;
}

function ownWhen({ lang, event, own }: Shown, at: number | null): View | null {
  return own === null || own === event.timeZone || at === null ? null : { ...whenOf(lang, at, own, event.timeZone) };
}

/** Where a derived moment comes from, and the way back to it. */
function whyOf(shown: Shown, key: Key, calendar: Calendar | null): View {
  const { lang, event } = shown;
  if (key === "opens" || key === "locks") return { why: say(lang, `timeline.${key}Why`), put: null };
  if (calendar === null) return { why: say(lang, `timeline.${key}Why`), put: null };
  const derived = key === "freezes" ? derivedFreeze(calendar) : derivedReveal(calendar);
  const why = key === "freezes" && derived === null ? say(lang, "timeline.noFreezeWhy") : say(lang, `timeline.${key}Why`);
  if (isDerived(key, calendar)) return { why, put: null };
  const from = derived === null ? say(lang, "timeline.noFreeze") : whenWords(lang, instantOf(derived), event.timeZone);
  return { why, put: { words: say(lang, "timeline.moved", { from }), value: `put:${key}` } };
}

function instantAt(wall: string | null, zone: string): number | null {
  const read = wall === null ? null : readWallTime(wall, zone);
  return read?.kind === "moment" ? instantOf(read.moment) : null;
}

function momentRow(
  shown: Shown,
  key: Key,
  typed: Typed,
  calendar: Calendar | null,
  faults: readonly EventFault[],
  form: TimelineForm | null,
): View {
  const { lang, event, stored, now } = shown;
  const wall = typed[key];
  const at = instantAt(wall, event.timeZone);
  const fault = faults.find((one) => one.key === key);
  const typedDay = form?.[`${key}_day`];
  const unread = fault?.code === "unreadable";
  const name = say(lang, `timeline.${key}`);
  const time = wall === null ? "" : typedTime(lang, wall.slice(11, 16));
  return {
    key,
    name,
    moment: true,
    ...whyOf(shown, key, calendar),
    fixed: isPast(key, stored, now) && at !== null ? whenWords(lang, at, event.timeZone) : null,
    weekday: at === null ? "" : whenOf(lang, at, event.timeZone).weekday,
    zone: at === null ? "" : formatZone(lang, new Date(at).toISOString(), event.timeZone),
    day: unread ? (typedDay ?? "") : (wall?.slice(0, 10) ?? ""),
    time: unread ? (form?.[`${key}_time`] ?? "") : time,
    canBeNone: key === "freezes",
    none: key === "freezes" && wall === null,
    fault: fault === undefined ? null : calendarFault(fault, typed).words(lang),
    options: wall === null ? [] : meantOptions(lang, key, wall, event.timeZone, form?.[`${key}_meant`]),
    here: ownWhen(shown, at),
    moves: [
      { value: `move:${key}:-60`, text: say(lang, "timeline.earlier"), name },
      { value: `move:${key}:60`, text: say(lang, "timeline.later"), name },
    ],
  };
}

/** What follows of itself: renewals, and what clocks do. */
function factRows(shown: Shown, calendar: Calendar | null): View[] {
  const { lang, event, challenges } = shown;
  if (calendar === null) return [];
  const [from, to] = [instantOf(calendar.opens), instantOf(calendar.locks)];
  const zone = event.timeZone;
  const nights = midnights(zone, from, to - 1);
  const attempts = attemptsOf(challenges);
  const renewals =
    nights.length === 0
      ? []
      : [
          {
            name: say(lang, "timeline.renewals"),
            why: attempts === null ? say(lang, "timeline.renewalsWhyMany") : say(lang, "timeline.renewalsWhy", { attempts }),
            text: say(lang, "timeline.renewalsText", {
              count: nights.length,
              from: longDayAt(lang, nights[0], zone),
              to: longDayAt(lang, nights[nights.length - 1], zone),
            }),
            here: ownWhen(shown, nights[0]),
          },
        ];
  const changes = clockChanges(zone, from, instantOf(calendar.reveals)).map(({ at, minutes }) => ({
    name: say(lang, minutes < 0 ? "timeline.back" : "timeline.ahead"),
    why: say(lang, "timeline.changeWhy"),
    text: say(lang, minutes < 0 ? "timeline.backText" : "timeline.aheadText", { at: whenWords(lang, at, zone) }),
    here: ownWhen(shown, at),
  }));
  return [...renewals, ...changes];
}

function extensionRows({ lang, event, now }: Shown): View[] {
  const { locksAt, lastLockAt, calendar } = stateOf(event, now);
  const planned = instantOf(calendar.locks);
  const moved = locksAt === planned ? [] : [{ at: locksAt, name: say(lang, "timeline.lockMoved") }];
  const single = lastLockAt === locksAt ? [] : [{ at: lastLockAt, name: say(lang, "timeline.lastExtension") }];
  return [...moved, ...single].map(({ at, name }) => ({
    name,
    why: say(lang, "timeline.extendedWhy"),
    text: whenWords(lang, at, event.timeZone),
    here: null,
  }));
}

/** What the page shows of a form, or of the calendar that holds where nobody sent one. */
function viewOf(shown: Shown, form: TimelineForm | null, change: Edited | null, notice: string | null): View {
  const { lang, event, challenges, now, own, stored } = shown;
  const calendar = change === null ? stored : change.planned.kind === "planned" ? change.planned.calendar : null;
  const faults = change?.planned.kind === "faulty" ? change.planned.faults : [];
  const typed = change?.typed ?? typedOf(stored);
  const preview: Act[] = calendar === null || change === null ? [] : [{ at: now, deed: { kind: "plan", calendar } }];
  const picture = timelinePicture({
    ...{ lang, now, zone: event.timeZone, own, attempts: attemptsOf(challenges) },
    calendar: event.calendar,
    acts: [...event.acts, ...preview],
  });
  const [first, second, third, fourth] = KEYS.map((key) => momentRow(shown, key, typed, calendar, faults, form));
  return {
    notice,
    lead: say(lang, now < instantOf(stored.opens) ? "timeline.leadBefore" : "timeline.leadNow"),
    faults: faults.map((fault) => ({ href: `#${fault.key}-day`, text: calendarFault(fault, typed).words(lang) })),
    faultsTitle: say(lang, "setUp.faults", { count: faults.length }),
    picture: { title: picture.title, lead: picture.lead, across: picture.across.svg, upright: picture.upright.svg },
    city: formatCity(event.timeZone),
    own:
      own === null || own === event.timeZone
        ? null
        : { name: formatCity(own), label: say(lang, "timeline.inOwn", { city: formatCity(own) }) },
    rows: [first, ...factRows(shown, calendar), second, third, ...extensionRows(shown), fourth],
    seen: event.acts.length,
    unsaved: change !== null,
  };
}

async function send(site: Site, request: Request, response: Response, view: View, status = 200): Promise<void> {
  const title = say(languageOf(request), "nav.timeline");
  await sendOrganized(site, request, response, { template: "timeline", title, here: "timeline", below: null, view }, status);
}

export function showTimeline(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    admitted(request, "organize");
    await send(site, request, response, viewOf(await shownFor(site, request), null, null, null));
  };
}

export function submitTimeline(site: Site) {
  return async (request: Request, response: Response, { body: form }: Asked<unknown, TimelineForm>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const shown = await shownFor(site, request);
    const { lang, event, stored, now } = shown;
    const change = edited(form, stored, event.timeZone, now);
    if (change.planned.kind === "faulty") return send(site, request, response, viewOf(shown, form, change, null), 422);
    const meanwhile = form.seen !== undefined && Number(form.seen) !== event.acts.length;
    if (meanwhile) return send(site, request, response, viewOf(shown, form, change, say(lang, "timeline.meanwhile")), 409);
    if (!change.save) return send(site, request, response, viewOf(shown, form, change, say(lang, "timeline.unsaved")));
    const { calendar } = change.planned;
    if (JSON.stringify(calendar) !== JSON.stringify(stored)) await site.store.act({ kind: "plan", calendar }, actor);
    response.redirect(303, `/${lang}/organize/timeline`);
  };
}
