/** Teams that are added or changed by a list: looked at first, then taken whole or not at all. */
import Papa from "papaparse";
import { Type, type Static } from "@sinclair/typebox";
import type { Language } from "@vigie/spec";
import type { EventSettings, Store, TeamsPlanned } from "@vigie/store";
import { teamFault, type Fault } from "../fault.ts";
import { Bytes, Field } from "../fields.ts";
import { MOST_TEAMS } from "@vigie/spec/event";
import { readPastedTeams, readTeamsCsv, type ReadTeams } from "../teams-csv.ts";
import { say } from "../../say.ts";

export const TeamsForm = Type.Object({ names: Field, csv: Bytes, do: Field });
export type TeamsForm = Static<typeof TeamsForm>;

export interface ListRead {
  readonly read: ReadTeams;
  readonly faults: readonly Fault[];
  /** Null where the list holds faults. */
  readonly planned: Extract<TeamsPlanned, { kind: "right" }> | null;
}

/** What is wrong with a list by itself. */
export function listFaults({ fileFault, faults, lines }: ReadTeams): Fault[] {
  if (fileFault !== null)
    return [{ at: "teams", found: "", words: (lang) => say(lang, `fault.file.${fileFault}`, { most: MOST_TEAMS }) }];
  return faults.map(({ row, code, column, found }) => {
    const i = lines.findIndex((line) => line.row === row);
    return { at: `teams/${i}/${column}`, found, words: (lang: Language) => say(lang, `fault.${code}`, { found }) };
  });
}

/** A list held against the teams that there are. */
export async function plannedList(store: Store, read: ReadTeams): Promise<ListRead> {
  const own = listFaults(read);
  if (read.fileFault !== null) return { read, faults: own, planned: null };
  const wrong = new Set(own.map(({ at }) => at.split("/")[1]));
  const lines = read.lines.map(({ line }) => line);
  const planned = await store.planTeams(lines);
  const named = planned.kind === "right" ? [] : planned.faults.map((fault) => teamFault(fault, lines[fault.row].name));
  const faults = [...own, ...named.filter(({ at }) => !wrong.has(at.split("/")[1]))];
  return { read, faults, planned: planned.kind === "right" && own.length === 0 ? planned : null };
}

/** What a form or a program sent, a file before what was pasted. */
export function readSent(
  { names, csv }: Pick<TeamsForm, "names" | "csv">,
  { languages }: Pick<EventSettings, "languages">,
): ReadTeams {
  return csv === undefined ? readPastedTeams(names ?? "", languages) : readTeamsCsv(csv, languages);
}

/** A list as text that is read again as it was: what a preview sends when it is confirmed. */
export function asText({ lines }: Pick<ReadTeams, "lines">): string {
  const rows = lines.map(({ line: { name, key = "", language = "", division = "", outOfCompetition } }) => [
    name,
    key,
    language,
    division,
    outOfCompetition === undefined ? "" : outOfCompetition ? "yes" : "no",
  ]);
  const fields = ["team", "key", "language", "division", "out of competition"];
  return Papa.unparse([fields, ...rows], { delimiter: "\t", newline: "\n" });
}
