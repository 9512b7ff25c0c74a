/** What an organizer does about single submissions: judges them anew, lets them count for nothing or again, gives their attempt back. */
import { Type } from "@sinclair/typebox";
import type { MessageKey } from "../say.ts";
import { askDesk, type Desk } from "./desk.ts";

export const SUBMISSION_ACTS = [
  { name: "rerun", about: "about.event.rerun", done: "submissionAct.rerun" },
  { name: "withdraw", about: "about.event.withdraw", done: "submissionAct.withdraw" },
  { name: "put-back", about: "about.event.putBack", done: "submissionAct.putBack" },
  { name: "give-back", about: "about.event.giveBack", done: "submissionAct.giveBack" },
] as const satisfies readonly { readonly name: string; readonly about: MessageKey; readonly done: MessageKey }[];

/** One after another; what was done before a refusal stays done, and was said. */
export async function actOn(submissions: readonly string[], act: (typeof SUBMISSION_ACTS)[number], desk: Desk): Promise<void> {
  for (const submission of submissions) {
    const path = `submissions/${encodeURIComponent(submission)}/${act.name}`;
    await askDesk(desk, { method: "POST", path, json: {} }, Type.Unknown());
    desk.print(desk.say(act.done, { submission }));
  }
}
