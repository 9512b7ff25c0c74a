/** What is wrong now: its effect, the fact, what nobody loses, and one remedy. */
import { lastCommitOf, type Language } from "@vigie/spec";
import { say } from "../../say.ts";
import { named, since, type Facts } from "./facts.ts";

export interface Remedy {
  readonly text: string;
  /** A page of the console, without its language; or a command to type on that machine. */
  readonly href?: string;
  readonly command?: string;
}

export interface Problem {
  readonly id: string;
  readonly tone: "bad" | "warn";
  readonly effect: string;
  readonly title: string;
  readonly fact: string;
  readonly remedy: Remedy;
}

const SILENT_MS = 60_000;
const LONG_WAIT_MS = 10 * 60_000;
const LITTLE_ROOM = 2 * 1024 ** 3;
const NO_ROOM = 512 * 1024 ** 2;
const OLD_BACKUP_MS = 2 * 3_600_000;
const MOST_OFF_MS = 2_000;

type Look = (facts: Facts) => Problem | null;

function silentWorkers(facts: Facts): Problem | null {
  const { lang, machine, now } = facts;
  if (machine === null) return null;
  const silent = machine.workers.filter(({ lastSpokeAt }) => lastSpokeAt === null || now - Date.parse(lastSpokeAt) > SILENT_MS);
  if (silent.length === 0 && machine.workers.length > 0) return null;
  const all = silent.length === machine.workers.length;
  const names = named(
    facts,
    silent.map(({ name }) => name),
  );
  return {
    id: "workers",
    tone: all ? "bad" : "warn",
    effect: say(lang, all ? "problem.stopsEverybody" : "problem.slowsEverybody"),
    title: all ? say(lang, "problem.noWorker") : say(lang, "problem.silent", { count: silent.length, names }),
    fact: say(lang, "problem.silentFact", { count: facts.queue.waiting }),
    remedy: { text: say(lang, "problem.startWorker"), command: "npx --no-install vigie start" },
  };
}

function longQueue(facts: Facts): Problem | null {
  const { lang, queue, now, state } = facts;
  if (queue.oldestQueuedAt === null || state.judgingPaused) return null;
  const waited = now - Date.parse(queue.oldestQueuedAt);
  if (waited < Math.max(LONG_WAIT_MS, 5 * (queue.medianRunMs ?? 0))) return null;
  return {
    id: "queue",
    tone: "warn",
    effect: say(lang, "problem.slowsEverybody"),
    title: say(lang, "problem.queue", { time: since(facts, queue.oldestQueuedAt) }),
    fact: say(lang, "problem.queueFact", { count: queue.waiting }),
    remedy: { text: say(lang, "problem.tellTeams"), href: "/organize/announcements" },
  };
}

function judgeErrors({ lang, queue }: Facts): Problem | null {
  if (queue.errors === 0) return null;
  return {
    id: "errors",
    tone: "bad",
    effect: say(lang, "problem.keepsFromScore"),
    title: say(lang, "problem.errors", { count: queue.errors }),
    fact: say(lang, "problem.errorsFact"),
    remedy: { text: say(lang, "problem.rerun"), href: "/organize/queue" },
  };
}

function disk({ lang, machine }: Facts): Problem | null {
  const room = machine?.disk ?? null;
  if (room === null || room.freeBytes > LITTLE_ROOM) return null;
  const { path, freeBytes } = room;
  return {
    id: "disk",
    tone: freeBytes < NO_ROOM ? "bad" : "warn",
    effect: say(lang, "problem.risksUploads"),
    title: say(lang, "problem.disk", { gib: roomOf(lang, freeBytes) }),
    fact: say(lang, "problem.diskFact", { path }),
    remedy: { text: say(lang, "problem.makeRoom") },
  };
}

export function roomOf(lang: Language, bytes: number): string {
  const figure = (bytes / 1024 ** 3).toFixed(1);
  return say(lang, "problem.gib", { n: lang === "fr" ? figure.replace(".", ",") : figure });
}

function weakSandbox(facts: Facts): Problem | null {
  const { lang, machine } = facts;
  if (machine === null || machine.weaknesses.length === 0) return null;
  return {
    id: "sandbox",
    tone: "warn",
    effect: say(lang, "problem.risksMachine"),
    title: say(lang, "problem.sandbox"),
    fact: machine.weaknesses.map((one) => one[lang]).join(" "),
    remedy: { text: say(lang, "problem.doctor"), command: "npx --no-install vigie doctor" },
  };
}

function backup(facts: Facts): Problem | null {
  const { lang, machine, now, state } = facts;
  const kept = machine?.backup ?? null;
  const running = state.phase === "open" || state.phase === "frozen";
  const old = kept !== null && running && (kept.lastAt === null || now - Date.parse(kept.lastAt) > OLD_BACKUP_MS);
  if (kept === null || (kept.problem === null && !old)) return null;
  return {
    id: "backup",
    tone: "warn",
    effect: say(lang, "problem.risksRecord"),
    title:
      kept.lastAt === null
        ? say(lang, "problem.neverBackedUp")
        : say(lang, "problem.backup", { time: since(facts, kept.lastAt) }),
    fact: kept.problem?.[lang] ?? say(lang, "problem.backupFact", { folder: kept.folder }),
    remedy: { text: say(lang, "problem.backUp"), command: "npx --no-install vigie backup" },
  };
}

function clock({ lang, machine }: Facts): Problem | null {
  const off = Math.abs(machine?.clockOffMs ?? 0);
  if (off < MOST_OFF_MS) return null;
  return {
    id: "clock",
    tone: "warn",
    effect: say(lang, "problem.confuses"),
    title: say(lang, "problem.clock", { seconds: Math.round(off / 1000) }),
    fact: say(lang, "problem.clockFact"),
    remedy: { text: say(lang, "problem.setClock") },
  };
}

function unprepared(facts: Facts): Problem | null {
  const { lang } = facts;
  if (facts.unprepared.length === 0) return null;
  return {
    id: "preparation",
    tone: "bad",
    effect: say(lang, "problem.stopsEverybody"),
    title: say(lang, "problem.unprepared", {
      names: named(
        facts,
        facts.unprepared.map(({ title }) => title[lang]),
      ),
    }),
    fact: say(lang, "problem.unpreparedFact"),
    remedy: { text: say(lang, "problem.doctor"), command: "npx --no-install vigie doctor" },
  };
}

/** What is asked in a version that is judged no more: by which commit it is, and by what command else. */
function retired(facts: Facts): Problem | null {
  const { lang, challenges, queue } = facts;
  const old = challenges.filter((challenge) => lastCommitOf(challenge) !== null);
  if (old.length === 0 || queue.waiting === 0) return null;
  const [first] = old;
  const commit = lastCommitOf(first)?.slice(0, 7) ?? "";
  return {
    id: "retired",
    tone: "bad",
    effect: say(lang, "problem.keepsFromScore"),
    title: say(lang, "problem.retired", {
      names: named(
        facts,
        old.map(({ title, version }) => `${title[lang]} ${version}`),
      ),
    }),
    fact: say(lang, "problem.retiredFact", { count: queue.waiting, commit }),
    remedy: { text: say(lang, "problem.rejudge"), command: `npx --no-install vigie judge rejudge ${first.id}` },
  };
}

function onHold({ lang, state }: Facts): Problem | null {
  if (!state.held) return null;
  return {
    id: "held",
    tone: "warn",
    effect: say(lang, "problem.stopsEverybody"),
    title: say(lang, "problem.held"),
    fact: say(lang, "problem.heldFact"),
    remedy: { text: say(lang, "act.go-on"), href: "/organize/acts/go-on" },
  };
}

function paused({ lang, state, queue }: Facts): Problem | null {
  if (!state.judgingPaused) return null;
  return {
    id: "paused",
    tone: "warn",
    effect: say(lang, "problem.slowsEverybody"),
    title: say(lang, "problem.paused"),
    fact: say(lang, "problem.pausedFact", { count: queue.waiting }),
    remedy: { text: say(lang, "act.resume-judging"), href: "/organize/acts/resume-judging" },
  };
}

const LOOKS: readonly Look[] = [
  unprepared,
  retired,
  silentWorkers,
  onHold,
  paused,
  judgeErrors,
  longQueue,
  disk,
  backup,
  weakSandbox,
  clock,
];

/** Everything that is wrong now, the worst first. */
export function problemsOf(facts: Facts): Problem[] {
  const found = LOOKS.flatMap((look) => look(facts) ?? []);
  return [...found.filter(({ tone }) => tone === "bad"), ...found.filter(({ tone }) => tone === "warn")];
}

/** What was looked at and is as it should be, each with its figure. */
export function fineOf(facts: Facts): { readonly name: string; readonly figure: string }[] {
  const { lang, machine, queue } = facts;
  const room = machine?.disk ?? null;
  const wrong = new Set(problemsOf(facts).map(({ id }) => id));
  const all = [
    { id: "queue", name: say(lang, "fine.queue"), figure: say(lang, "fine.waiting", { count: queue.waiting }) },
    { id: "errors", name: say(lang, "fine.errors"), figure: say(lang, "fine.none") },
    ...(machine === null
      ? []
      : [
          {
            id: "workers",
            name: say(lang, "fine.workers"),
            figure: say(lang, "fine.working", { count: machine.workers.length }),
          },
          { id: "sandbox", name: say(lang, "fine.sandbox"), figure: say(lang, "fine.noWeakness") },
        ]),
    ...(room === null
      ? []
      : [
          {
            id: "disk",
            name: say(lang, "fine.disk"),
            figure: say(lang, "fine.free", { room: roomOf(lang, room.freeBytes) }),
          },
        ]),
    ...((machine?.clockOffMs ?? null) === null
      ? []
      : [{ id: "clock", name: say(lang, "fine.clock"), figure: say(lang, "fine.right") }]),
  ];
  return all.filter(({ id }) => !wrong.has(id));
}
