/** The console: what is wrong now, the teams, what can be done, and what a good event still needs, on one page. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { formatDuration, icon, type IconName } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { instantOf, midnights } from "@vigie/spec/event";
import type { QueuedRun } from "@vigie/store";
import { admitted } from "../../http/admission.ts";
import { Refusal } from "../../http/refusals.ts";
import { languageOf, type Site } from "../../page.ts";
import type { View } from "../../render.ts";
import type { Asked } from "../../routes/route.ts";
import { say } from "../../say.ts";
import { LIGHTS, lightView, shortLightView } from "../../team/lights.ts";
import { actsNow, effectOf, MINUTES, undoOf, type ActKind } from "../acts/deeds.ts";
import { dryRunView } from "../dry-run/view.ts";
import { Field } from "../fields.ts";
import { sendOrganized } from "../send.ts";
import { shortWhen, whenWords } from "../when.ts";
import { checklistOf, TICKED } from "./checklist.ts";
import { factsOf, type Facts } from "./facts.ts";
import { fineOf, problemsOf, type Problem } from "./problems.ts";

const SHOWN_TEAMS = 12;

const ICONS: Readonly<Record<ActKind, IconName>> = {
  extend: "plus",
  hold: "pause",
  "go-on": "play",
  "pause-judging": "pause",
  "resume-judging": "play",
  freeze: "snow",
  unfreeze: "snow",
  lock: "lock",
  reveal: "up",
};

function headingOf(facts: Facts, count: number): string {
  const { lang, state, now, event } = facts;
  const needs = count === 0 ? say(lang, "console.needsNothing") : say(lang, "console.needs", { count });
  if (state.phase !== "open" && state.phase !== "frozen") return say(lang, `console.title.${state.phase}`, { needs });
  const opened = instantOf(state.calendar.opens);
  const day = midnights(event.timeZone, opened, now).length + 1;
  const days = midnights(event.timeZone, opened, state.locksAt - 1).length + 1;
  return say(lang, "console.titleDay", { day, days, needs });
}

/** What comes next, and in how long. */
export function nextOf({ lang, state, now, event }: Facts): { readonly what: string; readonly at: number } | null {
  const { calendar, locksAt, lastLockAt } = state;
  const coming = [
    { key: "opens", at: instantOf(calendar.opens) },
    { key: "freezes", at: calendar.freezes === null ? 0 : instantOf(calendar.freezes) },
    { key: "locks", at: locksAt },
    { key: "lastLock", at: lastLockAt },
    { key: "reveals", at: instantOf(calendar.reveals) },
  ] as const;
  const next = state.phase === "revealed" ? undefined : coming.filter(({ at }) => at > now).toSorted((a, b) => a.at - b.at)[0];
  if (next === undefined) return null;
  return { what: say(lang, `console.until.${next.key}`, { at: whenWords(lang, next.at, event.timeZone) }), at: next.at };
}

function rail({ lang, state, now, event }: Facts): View[] {
  const { calendar, locksAt } = state;
  const marks = [
    { key: "opens", at: instantOf(calendar.opens) },
    ...(calendar.freezes === null ? [] : [{ key: "freezes", at: instantOf(calendar.freezes) } as const]),
    { key: "locks", at: locksAt },
    { key: "reveals", at: instantOf(calendar.reveals) },
  ] as const;
  const next = marks.find(({ at }) => at > now);
  return marks.map((mark) => ({
    name: say(lang, `timeline.${mark.key}`),
    when: shortWhen(lang, mark.at, event.timeZone),
    done: mark.at <= now,
    next: mark === next,
  }));
}

function problemView(lang: Language, problem: Problem): View {
  const { remedy } = problem;
  return {
    ...problem,
    icon: icon(problem.tone === "bad" ? "cross" : "warning"),
    href: remedy.href === undefined ? null : `/${lang}${remedy.href}`,
    command: remedy.command ?? null,
    remedyText: remedy.text,
  };
}

function teamsOf({ lang, lights }: Facts): View {
  const count = (light: (typeof LIGHTS)[number]): number => lights.filter((one) => one.light === light).length;
  const stuck = lights.length - count("fine");
  return {
    title:
      stuck === 0
        ? say(lang, "console.teamsFine", { count: lights.length })
        : say(lang, "console.teamsStuck", { count: stuck, all: lights.length }),
    sums: LIGHTS.map((light) => ({ ...lightView(light, lang), count: count(light) })),
    shown: lights.slice(0, SHOWN_TEAMS).map((light) => ({
      name: light.team.name,
      href: `/${lang}/organize/teams/${encodeURIComponent(light.team.id)}`,
      ...shortLightView(light, lang),
    })),
    all: say(lang, "console.allTeams", { count: lights.length }),
    empty: lights.length === 0,
  };
}

function actView(facts: Facts, kind: ActKind): View {
  const { lang } = facts;
  return {
    kind,
    icon: icon(ICONS[kind]),
    name: say(lang, `act.${kind}`),
    effect: effectOf(lang, facts, kind, { team: null, minutes: 30 }),
    undo: undoOf(lang, kind),
    stern: kind === "lock",
    extend: kind === "extend",
  };
}

/** A run that waits, as lists show it. */
export function queuedView({ lang, now, challenges }: Pick<Facts, "lang" | "now" | "challenges">, run: QueuedRun): View {
  return {
    place: run.place === 0 ? null : run.place,
    judging: say(lang, "board.judging"),
    team: run.teamName,
    challenge: challenges.find(({ id }) => id === run.challenge)?.title[lang] ?? run.challenge,
    split: say(lang, `split.${run.split}`),
    waits: formatDuration(lang, now - Date.parse(run.queuedAt)),
    href: `/${lang}/organize/submissions/${encodeURIComponent(run.submission)}`,
  };
}

function queueOf(facts: Facts): View {
  const { lang, queue, now } = facts;
  const oldest = queue.oldestQueuedAt;
  return {
    title:
      oldest === null
        ? say(lang, "console.queueEmpty")
        : say(lang, "console.queue", { count: queue.waiting, time: formatDuration(lang, now - Date.parse(oldest)) }),
    rows: facts.queued.map((run) => queuedView(facts, run)),
  };
}

export function showConsole(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    admitted(request, "organize");
    const lang = languageOf(request);
    const facts = await factsOf(site, lang);
    const problems = problemsOf(facts);
    const checklist = checklistOf(facts);
    const next = nextOf(facts);
    const heading = headingOf(facts, problems.length);
    const done = checklist.filter((item) => item.done).length;
    await sendOrganized(site, request, response, {
      template: "console",
      title: say(lang, "nav.console"),
      here: "console",
      below: null,
      view: {
        heading,
        clock: next === null ? null : { target: new Date(next.at).toISOString(), until: next.what, words: next.what },
        rail: rail(facts),
        problems: problems.map((problem) => problemView(lang, problem)),
        fine: fineOf(facts),
        tick: icon("check"),
        teams: teamsOf(facts),
        announce: icon("speak"),
        acts: actsNow(facts).map((kind) => actView(facts, kind)),
        extendTeams: facts.lights.filter(({ team }) => !team.erased).map(({ team: { id, name } }) => ({ id, name })),
        minutes: MINUTES.map((value) => ({ value, text: say(lang, "act.minutes", { count: value }), chosen: value === 30 })),
        checklistTitle: say(lang, "console.checklist", { done, all: checklist.length }),
        checklist: checklist.map((item) => ({ ...item, icon: icon(item.done ? "check" : "todo") })),
        queue: queueOf(facts),
        dryRun: dryRunView(facts),
      },
    });
  };
}

export const TickForm = Type.Object({ item: Field });

/** An organizer ticks off what no program can know. */
export function submitTick(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof TickForm>>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const item = TICKED.find((one) => one === body.item);
    if (item === undefined) throw new Refusal("bad-request");
    await site.store.audit({ actor, act: "checked", subject: item });
    response.redirect(303, `/${languageOf(request)}/organize#checklist`);
  };
}
