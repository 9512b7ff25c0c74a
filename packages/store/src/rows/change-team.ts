/** What organizers change of a team, and the name that a team gives itself. The audit log says what was changed, never a name: it keeps its rows, and names are deleted one day. */
import type { TeamProfile } from "../event-contract.ts";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import { writeAudit } from "./audit.ts";
import { touchOnBoards } from "./boards.ts";
import { tell } from "./changes.ts";
import { nameKey } from "./team-name.ts";
import { profileOf, readTeamRow, refuseErased, type TeamRow } from "./team-profile.ts";
import { freeName, namesTurn } from "./teams.ts";

export type TeamChange = Partial<Pick<TeamProfile, "name" | "language" | "division" | "hidden" | "entry" | "reason">>;

/** A division or a reason as it is kept: without blanks around it, null where nothing is left. */
export function shortText(text: string | null | undefined, longest: number): string | null {
  const plain = (text ?? "")
    .normalize("NFC")
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, " ")
    .trim();
  return plain === "" ? null : Array.from(plain).slice(0, longest).join("");
}

const LONGEST_DIVISION = 40;
const LONGEST_REASON = 500;

function cleaned(change: TeamChange): TeamChange {
  const { division, reason } = change;
  return {
    ...change,
    ...(division === undefined ? {} : { division: shortText(division, LONGEST_DIVISION) }),
    ...(reason === undefined ? {} : { reason: shortText(reason, LONGEST_REASON) }),
  };
}

function told(key: keyof TeamChange, change: TeamChange): string {
  const value = change[key];
  return key === "name" || key === "reason" ? "changed" : value === null || value === undefined ? "none" : String(value);
}

/** Writes what differs, shows it on the boards, and says whether anything did. */
async function writeChange(db: Db, before: TeamRow, change: TeamChange): Promise<readonly (keyof TeamChange)[]> {
  const keys = ["name", "language", "division", "hidden", "entry", "reason"] as const;
  const changed = keys.filter((key) => change[key] !== undefined && change[key] !== before[key]);
  if (changed.length === 0) return [];
  const set = Object.fromEntries(changed.map((key) => [key, change[key]]));
  const named = change.name === undefined ? {} : { name_key: nameKey(change.name), named: true };
  await db
    .updateTable("teams")
    .set({ ...set, ...named })
    .where("id", "=", before.id)
    .execute();
  // Equal scores stand by name.
  await touchOnBoards(db, [before.id], changed.includes("entry") || changed.includes("name"));
  await tell(db, "access", "");
  return changed;
}

/** See `EventDesk.changeTeam`. Call in a transaction. */
export async function changeTeam(db: Db, team: string, asked: TeamChange, actor: string): Promise<TeamProfile> {
  await namesTurn(db);
  const before = await refuseErased(db, team);
  const change = cleaned(asked);
  const name = change.name === undefined ? {} : { name: await freeName(db, change.name, team) };
  const changed = await writeChange(db, before, { ...change, ...name });
  const about = Object.fromEntries(changed.map((key) => [key, told(key, change)]));
  if (changed.length > 0) await writeAudit(db, { actor, act: "team.changed", subject: team, about });
  return profileOf(await readTeamRow(db, team));
}

/** See `TeamDesk.nameOwnTeam`. Call in a transaction. @throws StoreError `named-already`, and those of names. */
export async function nameOwnTeam(db: Db, team: string, typed: string): Promise<TeamProfile> {
  await namesTurn(db);
  const before = await refuseErased(db, team);
  if (before.named) throw new StoreError("named-already", "the team has its name; an organizer can change it");
  const name = await freeName(db, typed, team);
  await writeChange(db, before, { name });
  // Its number may be the name that it likes.
  await db.updateTable("teams").set({ named: true }).where("id", "=", team).execute();
  await writeAudit(db, { actor: "team", act: "team.named", subject: team });
  return profileOf(await readTeamRow(db, team));
}
