/** Events as organizers find them: none yet, empty, busy, locked, planned ahead, with everything wrong at once, and with one team. */
import { derivedCalendar } from "@vigie/spec/event";
import { settingsFrom } from "@vigie/store";
import type { LeaderboardOptions, MachineFacts } from "../src/index.ts";
import { FakeStore } from "./fake-store.ts";
import { CHALLENGE, EVENT, SECOND } from "./fixture-event.ts";

export const STATES = ["none", "empty", "one", "busy", "locked", "planned", "troubled"] as const;
export type State = (typeof STATES)[number];

const PLANNED = derivedCalendar({
  opens: "2027-10-29T09:00:00-04:00[America/Toronto]",
  locks: "2027-11-08T17:00:00-05:00[America/Toronto]",
});

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** A machine without a fault. */
export function machineFine(): MachineFacts {
  return {
    workers: [
      { name: "laptop-1", lastSpokeAt: ago(0) },
      { name: "laptop-2", lastSpokeAt: ago(0) },
    ],
    disk: { path: "/home/vigie/.vigie", freeBytes: 41 * 1024 ** 3 },
    weaknesses: [],
    backup: { folder: "/media/stick", lastAt: ago(20), problem: null },
    clockOffMs: 12,
  };
}

/** One on which everything is wrong that the console knows of. */
export function machineTroubled(): MachineFacts {
  return {
    workers: [
      { name: "laptop-1", lastSpokeAt: ago(0) },
      { name: "laptop-2", lastSpokeAt: ago(6) },
    ],
    disk: { path: "/home/vigie/.vigie", freeBytes: 0.4 * 1024 ** 3 },
    weaknesses: [
      {
        en: "Runs are not kept apart by a user of their own: start Vigie as root.",
        fr: "Les exécutions ne sont pas isolées par un compte à part : lancez Vigie en tant que root.",
      },
    ],
    backup: {
      folder: "/media/stick",
      lastAt: ago(190),
      problem: { en: "The stick is full.", fr: "La clé USB est pleine." },
    },
    clockOffMs: 48_000,
  };
}

export async function storeIn(state: State): Promise<FakeStore> {
  const store = new FakeStore(state === "empty" ? 0 : state === "one" ? 1 : undefined);
  if (state === "none") {
    store.state.event = null;
    store.state.challenges = [];
  }
  if (state === "planned") store.state.event = settingsFrom({ ...EVENT, timeZone: "America/Toronto", calendar: PLANNED }, []);
  if (state === "empty") {
    store.state.submissions = [];
    store.state.standings = { challenge: CHALLENGE.id, version: 1, rows: [] };
  }
  if (state === "troubled") {
    store.queueNow = { ...store.queueNow, waiting: 11, oldestQueuedAt: ago(95), errors: 2 };
    store.state.preparation = [{ split: "public", state: "failed" }];
    await store.act({ kind: "hold" }, "code-organizer");
  }
  if (state === "locked") await store.act({ kind: "lock" }, "code-organizer");
  if (state === "busy") {
    const queuedAt = new Date(Date.now() - 900_000).toISOString();
    const run = {
      submission: "s-own",
      team: "t5",
      teamName: "Tidewatch",
      challenge: CHALLENGE.id,
      split: "public",
      queuedAt,
    } as const;
    store.queued = [
      { ...run, place: 0, worker: "judge-1" },
      { ...run, place: 1, worker: null },
    ];
    store.queueNow = { ...store.queueNow, waiting: 11, working: 1, oldestQueuedAt: queuedAt, errors: 2 };
    await store.act({ kind: "pause-judging" }, "code-organizer");
    await store.act({ kind: "freeze" }, "code-organizer");
    await store.announce({ en: "Pizza at noon.", fr: "Pizza à midi." }, "code-organizer");
    await store.changeTeam("t3", { hidden: true, division: "college", language: "fr" }, "code-organizer");
  }
  return store;
}

/** What such an event's server is given beside its store. */
export function optionsIn(state: State): Pick<LeaderboardOptions, "setUp" | "machine"> {
  const setUp = { challenges: [CHALLENGE, SECOND], open: () => Promise.resolve() };
  if (state === "locked") return { setUp };
  return { setUp, machine: () => Promise.resolve(state === "troubled" ? machineTroubled() : machineFine()) };
}
