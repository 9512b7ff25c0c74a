/** `vigie event codes`: new codes, which stand in this one answer and nowhere else. */
import Table from "cli-table3";
import { Type, type Static } from "@sinclair/typebox";
import { inert } from "@vigie/report";
import { askDesk, type Desk } from "./desk.ts";
import { teamNamed } from "./teams.ts";
import { writeWhole } from "./write-file.ts";

const Issued = Type.Object({
  codes: Type.Array(
    Type.Object({ team: Type.Union([Type.String(), Type.Null()]), role: Type.Optional(Type.String()), code: Type.String() }),
  ),
});
type Issued = Static<typeof Issued>;

export interface CodesWish {
  /** Of mentors or organizers, in place of teams. */
  readonly role?: "mentor" | "organizer";
  readonly out?: string;
}

/** A cell that a spreadsheet takes for text, whatever stands in it. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

async function wished(names: readonly string[], { role }: CodesWish, desk: Desk): Promise<unknown> {
  if (role !== undefined) return { role };
  if (names.length === 0) return { teams: "all-without" };
  const teams: string[] = [];
  for (const name of names) teams.push((await teamNamed(name, desk)).id);
  return { teams };
}

/** Of the teams that are named, or of all that have none. Each ends the sessions of the one that it replaces. */
export async function issueCodes(names: readonly string[], wish: CodesWish, desk: Desk): Promise<void> {
  const { say, print } = desk;
  const json = await wished(names, wish, desk);
  const { codes }: Issued = await askDesk(desk, { method: "POST", path: "teams/codes", json }, Issued);
  if (codes.length === 0) {
    print(say("codes.none"));
    return;
  }
  const rows = codes.map(({ team, role, code }) => [team ?? role ?? "", code]);
  if (wish.out !== undefined) {
    await writeWhole(
      wish.out,
      `${[[say("teams.team"), "code"], ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`,
    );
    print(say("codes.written", { count: codes.length, file: wish.out }));
    return;
  }
  const table = new Table({ head: [say("teams.team"), say("teams.code")], style: { head: [], border: [] } });
  for (const [whose, code] of rows) table.push([inert(whose), code]);
  print(table.toString());
  print(say("codes.once"));
}
