/** What an organizer does to the event's course: each is one act of the API, and stands in its audit log. */
import { Type } from "@sinclair/typebox";
import { momentAt, typedMoment, type Deed } from "@vigie/spec/event";
import { CommandFailure } from "../failure.ts";
import type { MessageKey } from "../say.ts";
import { askDesk, type Desk } from "./desk.ts";
import { isYes, type Question } from "./question.ts";
import { teamNamed } from "./teams.ts";
import { untilOf } from "./until.ts";

interface Plain {
  /** What is typed. */
  readonly name: string;
  readonly deed: Extract<
    Deed["kind"],
    "lock" | "hold" | "go-on" | "pause-judging" | "resume-judging" | "freeze" | "unfreeze" | "reveal"
  >;
  /** What it does, in the list of commands and after it was done. */
  readonly about: MessageKey;
  readonly done: MessageKey;
  /** Asked before, where it is not easily undone. */
  readonly asks?: MessageKey;
}

export const PLAIN_ACTS: readonly Plain[] = [
  { name: "lock", deed: "lock", about: "about.event.lock", done: "act.lock", asks: "act.lockSure" },
  { name: "hold", deed: "hold", about: "about.event.hold", done: "act.hold" },
  { name: "go-on", deed: "go-on", about: "about.event.goOn", done: "act.goOn" },
  { name: "freeze", deed: "freeze", about: "about.event.freeze", done: "act.freeze" },
  { name: "unfreeze", deed: "unfreeze", about: "about.event.unfreeze", done: "act.unfreeze", asks: "act.unfreezeSure" },
  { name: "pause", deed: "pause-judging", about: "about.event.pause", done: "act.pause" },
  { name: "resume", deed: "resume-judging", about: "about.event.resume", done: "act.resume" },
  { name: "reveal", deed: "reveal", about: "about.event.reveal", done: "act.reveal", asks: "act.revealSure" },
];

async function write(deed: Deed, desk: Desk): Promise<void> {
  await askDesk(desk, { method: "POST", path: "event/acts", json: { deed } }, Type.Unknown());
}

/** Does it, where `--yes` or the answer at the terminal says so. @throws CommandFailure where nobody said yes; then nothing was done. */
export async function actPlainly(act: Plain, yes: boolean, desk: Desk, question: Question): Promise<void> {
  const { say, print } = desk;
  if (act.asks !== undefined && !yes && !isYes(await question(say(act.asks)))) throw new CommandFailure(say("act.notDone"), 2);
  await write({ kind: act.deed }, desk);
  print(say(act.done));
}

const Limits = Type.Object({ timeZone: Type.String(), closesAt: Type.String() });

/** Moves the lock, for all or for one team that is named. */
export async function extend(typed: string, name: string | undefined, desk: Desk): Promise<void> {
  const limits = await askDesk(desk, { method: "GET", path: "event" }, Limits);
  const until = untilOf(typed, limits, desk.say);
  const team = name === undefined ? null : await teamNamed(name, desk);
  await write({ kind: "extend", team: team?.id ?? null, until }, desk);
  const at = `${typedMoment(momentAt(until, limits.timeZone))} (${limits.timeZone})`;
  desk.print(team === null ? desk.say("act.extendAll", { at }) : desk.say("act.extendOne", { team: team.name, at }));
}
