/** `vigie event new` and `vigie event export`: an event from a file, and back into one. */
import { Type } from "@sinclair/typebox";
import { EventFile, typedMoment } from "@vigie/spec/event";
import { askDesk, type Desk } from "./desk.ts";
import { askTerminal, type Question } from "./question.ts";
import { readEventFile } from "./read-event-file.ts";
import { writeWhole } from "./write-file.ts";

/** Reads the file, opens the event with it, and says what became of the calendar. */
export async function newEvent(name: string, desk: Desk, question: Question = askTerminal): Promise<void> {
  const { say, language, print } = desk;
  const { file, calendar } = await readEventFile(name, Date.now(), question, say);
  await askDesk(desk, { method: "POST", path: "setup", json: file }, Type.Unknown());
  const { opens, freezes, locks, reveals } = calendar;
  print(say("event.opened", { name: file.name[language], zone: file.timeZone }));
  print(say("event.opens", { at: typedMoment(opens) }));
  print(freezes === null ? say("event.neverFrozen") : say("event.freezes", { at: typedMoment(freezes) }));
  print(say("event.locks", { at: typedMoment(locks) }));
  print(say("event.reveals", { at: typedMoment(reveals) }));
  print(say("event.thenCodes", { command: "vigie event codes --out codes.csv" }));
}

/** The file of the event that runs; on standard output where no name was given. */
export async function exportEvent(out: string | undefined, desk: Desk): Promise<void> {
  const file = await askDesk(desk, { method: "GET", path: "event/file" }, EventFile);
  const text = JSON.stringify(file, null, 2);
  if (out === undefined) {
    desk.print(text);
    return;
  }
  await writeWhole(out, `${text}\n`);
  desk.print(desk.say("event.exported", { file: out }));
}
