/** `vigie event teams`: who takes part and how they fare, and lists of teams from a spreadsheet's file. */
import { readFileSync } from "node:fs";
import Table from "cli-table3";
import { Type, type Static } from "@sinclair/typebox";
import { inert } from "@vigie/report";
import { CommandFailure } from "../failure.ts";
import type { MessageKey } from "../say.ts";
import { askDesk, type Desk } from "./desk.ts";

const LIGHTS = {
  "never-signed-in": "light.neverSignedIn",
  "nothing-sent": "light.nothingSent",
  "nothing-accepted": "light.nothingAccepted",
  fine: "light.fine",
} as const satisfies Readonly<Record<string, MessageKey>>;

const Light = Type.Object({
  team: Type.Object({ id: Type.String(), name: Type.String() }),
  light: Type.Union([
    Type.Literal("never-signed-in"),
    Type.Literal("nothing-sent"),
    Type.Literal("nothing-accepted"),
    Type.Literal("fine"),
  ]),
  hasCode: Type.Boolean(),
  sent: Type.Integer(),
});

function lights(desk: Desk): Promise<Static<typeof Light>[]> {
  return askDesk(desk, { method: "GET", path: "teams" }, Type.Array(Light));
}

/** Stuck teams first, as the server sorts them. */
export async function listTeams(desk: Desk): Promise<void> {
  const { say, print } = desk;
  const all = await lights(desk);
  if (all.length === 0) {
    print(say("teams.none"));
    return;
  }
  const head = [say("teams.team"), say("teams.light"), say("teams.sent"), say("teams.code")];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const { team, light, hasCode, sent } of all)
    table.push([inert(team.name), say(LIGHTS[light]), String(sent), say(hasCode ? "teams.hasCode" : "teams.noCode")]);
  print(table.toString());
}

/** The team of that name, whatever its case. @throws CommandFailure where there is none. */
export async function teamNamed(name: string, desk: Desk): Promise<{ readonly id: string; readonly name: string }> {
  const wanted = name.normalize("NFC").toLowerCase();
  const found = (await lights(desk)).find(({ team }) => team.name.normalize("NFC").toLowerCase() === wanted);
  if (found === undefined) throw new CommandFailure(desk.say("teams.unknown", { name: inert(name) }), 2);
  return { id: found.team.id, name: inert(found.team.name) };
}

const Taken = Type.Object({
  added: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  unknownColumns: Type.Array(Type.String()),
});

/** Sends a list; the server takes it whole or not at all. With `preview` it only says what it would do. */
export async function takeTeams(file: string, preview: boolean, desk: Desk): Promise<void> {
  const { say, print } = desk;
  let csv: Uint8Array;
  try {
    csv = readFileSync(file);
  } catch {
    throw new CommandFailure(say("teams.noFile", { file }), 2);
  }
  const taken = await askDesk(desk, { method: "POST", path: preview ? "teams?preview=1" : "teams", csv }, Taken);
  const { unknownColumns, ...counts } = taken;
  print(say(preview ? "teams.wouldTake" : "teams.taken", counts));
  if (unknownColumns.length > 0) print(say("teams.unknownColumns", { columns: inert(unknownColumns.join(", ")) }));
}

/** Deletes a team's name, code and reports on request. @returns whether it was done. */
export async function eraseTeam(name: string, desk: Desk): Promise<void> {
  const team = await teamNamed(name, desk);
  await askDesk(desk, { method: "DELETE", path: `teams/${encodeURIComponent(team.id)}/data` }, Type.Unknown());
  desk.print(desk.say("teams.erased", { team: team.name }));
}
