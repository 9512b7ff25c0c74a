/** `vigie event secret-kept`: whether an organizer's copies of secret and key are the event's, by what it publishes of them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { identifyEvent } from "@vigie/judge";
import { CommandFailure } from "../failure.ts";
import { askDesk, type Desk } from "./desk.ts";

const Published = Type.Object({ secretCommitment: Type.String(), receiptKey: Type.Union([Type.String(), Type.Null()]) });

/** @param childFile the judge's bundled child, which alone reads a secret. @throws CommandFailure where a copy is missing or of another event. */
export async function checkKept(folder: string, desk: Desk, childFile: string): Promise<void> {
  const [secretFile, keyFile] = ["event-secret", "event-key"].map((name) => join(folder, name));
  for (const file of [secretFile, keyFile])
    if (!existsSync(file)) throw new CommandFailure(desk.say("secretKept.missing", { file }), 3);
  const published = await askDesk(desk, { method: "GET", path: "event" }, Published);
  const copies = await identifyEvent(childFile, { secretFile, keyFile, make: false }).catch((error: unknown) => {
    throw new CommandFailure(error instanceof Error ? error.message : String(error), 3);
  });
  const other =
    copies.secretCommitment !== published.secretCommitment
      ? secretFile
      : copies.receiptKey !== (published.receiptKey ?? copies.receiptKey)
        ? keyFile
        : null;
  if (other !== null) throw new CommandFailure(desk.say("secretKept.other", { file: other }), 3);
  await askDesk(desk, { method: "POST", path: "event/checklist", json: { item: "secret" } }, Type.Unknown());
  desk.print(desk.say("secretKept.good", { folder }));
}
