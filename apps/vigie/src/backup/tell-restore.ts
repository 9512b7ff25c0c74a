/** Tells the event's server that a backup of it was restored, so that its console knows. */
import { existsSync } from "node:fs";
import { Type } from "@sinclair/typebox";
import { askDesk, type Desk } from "../event/desk.ts";
import { credentialsFile } from "../places.ts";

/** Only to the server of that very event, and only where somebody is signed in. */
export async function tellRestore(event: string, desk: Desk): Promise<void> {
  if (!existsSync(credentialsFile())) {
    desk.print(desk.say("restore.notSignedIn"));
    return;
  }
  const { id } = await askDesk(desk, { method: "GET", path: "event" }, Type.Object({ id: Type.String() }));
  if (id !== event) {
    desk.print(desk.say("restore.otherEvent"));
    return;
  }
  await askDesk(desk, { method: "POST", path: "event/checklist", json: { item: "restore" } }, Type.Unknown());
  desk.print(desk.say("restore.told"));
}
