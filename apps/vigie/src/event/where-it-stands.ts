/** `vigie event status`: the console in a few lines: where the event stands, what is wrong now, what is still to be done. */
import { Type } from "@sinclair/typebox";
import { inert } from "@vigie/report";
import { PHASES } from "@vigie/spec/event";
import type { MessageKey } from "../say.ts";
import { askDesk, type Desk } from "./desk.ts";

const Console = Type.Object({
  phase: Type.Union(PHASES.map((phase) => Type.Literal(phase))),
  held: Type.Optional(Type.Boolean()),
  problems: Type.Array(Type.Object({ text: Type.String(), todo: Type.String() })),
  checklist: Type.Array(Type.Object({ text: Type.String(), done: Type.Boolean() })),
});

export const PHASE_NAMES = {
  "set-up": "phase.setUp",
  open: "phase.open",
  frozen: "phase.frozen",
  locked: "phase.locked",
  revealed: "phase.revealed",
} as const satisfies Readonly<Record<(typeof PHASES)[number], MessageKey>>;

/** @returns 0, or 1 where something is wrong now. */
export async function showStatus(desk: Desk): Promise<number> {
  const { say, print } = desk;
  const { phase, held, problems, checklist } = await askDesk(desk, { method: "GET", path: "event/console" }, Console);
  print(say(PHASE_NAMES[phase]));
  if (held === true) print(say("phase.held"));
  for (const { text, todo } of problems) print(`! ${inert(text)} ${inert(todo)}`);
  for (const { text, done } of checklist) print(`${done ? "✓" : "·"} ${inert(text)}`);
  return problems.length === 0 ? 0 : 1;
}
