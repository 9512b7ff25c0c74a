/** `vigie event announce`: a word to everybody, in one language or both. */
import { Type } from "@sinclair/typebox";
import { CommandFailure } from "../failure.ts";
import { askDesk, type Desk } from "./desk.ts";

/** @throws CommandFailure where there is nothing to say. */
export async function announce(text: { readonly en?: string; readonly fr?: string }, desk: Desk): Promise<void> {
  if (text.en === undefined && text.fr === undefined) throw new CommandFailure(desk.say("announce.nothing"), 2);
  await askDesk(desk, { method: "POST", path: "announcements", json: { text } }, Type.Unknown());
  desk.print(desk.say("announce.done"));
}
