/** What makes a good event: the program checks what it can, an organizer ticks off the rest. */
import { formatDateTime } from "@vigie/report";
import { say } from "../../say.ts";
import { dryRunDone } from "../dry-run/view.ts";
import type { Facts } from "./facts.ts";

export const TICKED = ["secret", "restore", "projector"] as const;
export type Ticked = (typeof TICKED)[number];

export interface Item {
  readonly id: string;
  readonly done: boolean;
  readonly text: string;
  readonly fact: string;
  /** True where only a person can know. */
  readonly byHand: boolean;
}

function byHand(facts: Facts, id: Ticked): Item {
  const { lang, ticked, event } = facts;
  const at = ticked.get(id) ?? null;
  const fact = at === null ? say(lang, `check.${id}Help`) : formatDateTime(lang, at, event.timeZone);
  return { id, done: at !== null, text: say(lang, `check.${id}`), fact, byHand: at === null };
}

/** What is still to do first. */
export function checklistOf(facts: Facts): Item[] {
  const { lang, lights, devices, event } = facts;
  const played = dryRunDone(facts);
  const real = lights.filter(({ team }) => !team.erased);
  const fine = real.filter(({ light }) => light === "fine").length;
  const coded = real.filter(({ hasCode }) => hasCode).length;
  const signedIn = real.filter(({ signedInAt }) => signedInAt !== null).length;
  const items: Item[] = [
    {
      id: "submission",
      done: fine > 0,
      text: say(lang, "check.submission"),
      fact: fine > 0 ? say(lang, "check.submissionDone", { count: fine }) : say(lang, "check.submissionHelp"),
      byHand: false,
    },
    byHand(facts, "secret"),
    {
      id: "device",
      done: devices > 0,
      text: say(lang, "check.device"),
      fact: devices > 0 ? say(lang, "check.deviceDone", { count: devices }) : say(lang, "check.deviceHelp"),
      byHand: false,
    },
    {
      id: "codes",
      done: real.length > 0 && coded === real.length,
      text: say(lang, "check.codes"),
      fact: say(lang, "check.codesFact", { coded, signedIn, count: real.length }),
      byHand: false,
    },
    byHand(facts, "restore"),
    byHand(facts, "projector"),
    { id: "dry-run", done: played.at !== null, text: say(lang, "check.dry-run"), fact: played.fact, byHand: false },
    { id: "help", done: true, text: say(lang, "check.help"), fact: event.helpLine.phone, byHand: false },
  ];
  return [...items.filter(({ done }) => !done), ...items.filter(({ done }) => done)];
}
