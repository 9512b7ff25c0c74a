/** Results and submissions for a spreadsheet and for programs. No cell runs as a formula. */
import type { Request, Response } from "express";
import type { TeamProfile } from "@vigie/store";
import { admitted } from "../http/admission.ts";
import { Refusal } from "../http/refusals.ts";
import { eventOf, type Site } from "../page.ts";
import { everySubmission } from "./every-submission.ts";

type Cell = string | number | boolean | null;
type Row = Readonly<Record<string, Cell>>;

/** A cell of CSV. What a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvCell(value: Cell): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

async function profilesOf({ store }: Site): Promise<ReadonlyMap<string, TeamProfile>> {
  return new Map((await store.teamProfiles()).map((team) => [team.id, team]));
}

function teamCells(teams: ReadonlyMap<string, TeamProfile>, id: string): Row {
  const team = teams.get(id);
  return { key: team?.key ?? null, division: team?.division ?? null, entry: team?.entry ?? "reference" };
}

/** The board as it is, frozen or not, row by row. */
async function* results(site: Site): AsyncGenerator<Row> {
  const teams = await profilesOf(site);
  for (const { id: challenge } of await site.store.challenges()) {
    const { rows } = await site.store.standings(challenge);
    for (const row of rows)
      yield {
        challenge,
        team: row.teamName,
        ...teamCells(teams, row.team),
        rank: row.rank,
        band: row.band,
        score: row.score,
        low: row.interval?.[0] ?? null,
        high: row.interval?.[1] ?? null,
        attempts: row.attempts,
        verdict: row.verdict,
        submission: row.submission,
      };
  }
}

async function* submissions(site: Site): AsyncGenerator<Row> {
  const teams = await profilesOf(site);
  for (const { id: challenge } of await site.store.challenges())
    for await (const one of everySubmission(site.store, challenge))
      yield {
        challenge,
        team: one.team.name,
        ...teamCells(teams, one.team.id),
        attempt: one.attempt,
        receivedAt: one.receivedAt,
        language: one.language,
        files: one.files,
        bytes: one.bytes,
        digest: one.digest,
        practice: one.practice.verdict,
        public: one.public?.verdict ?? null,
        score: one.public?.score?.points ?? null,
        id: one.id,
      };
}

const TABLES = { results, submissions } as const;
const HEADS: Readonly<Record<keyof typeof TABLES, readonly string[]>> = {
  results: "challenge team key division entry rank band score low high attempts verdict submission".split(" "),
  submissions: "challenge team key division entry attempt receivedAt language files bytes digest practice public score id".split(
    " ",
  ),
};

/** What is asked for: `results.csv`, `submissions.jsonl`. @throws Refusal `not-found`. */
function wished(name: unknown): { readonly table: keyof typeof TABLES; readonly form: "csv" | "jsonl" } {
  const [, table, form] = /^(results|submissions)\.(csv|jsonl)$/.exec(typeof name === "string" ? name : "") ?? [];
  if ((table !== "results" && table !== "submissions") || (form !== "csv" && form !== "jsonl")) throw new Refusal("not-found");
  return { table, form };
}

export function sendExport(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const name = request.params["name"];
    const { table, form } = wished(name);
    const event = await eventOf(site);
    await site.store.audit({ actor, act: "export", subject: event.id, about: { file: `${table}.${form}` } });
    response.set({ "cache-control": "no-store", "content-disposition": `attachment; filename="${table}.${form}"` });
    response.type(form === "csv" ? "text/csv" : "application/x-ndjson");
    if (request.method === "HEAD") return void response.end();
    // A mark in front, by which spreadsheets know UTF-8.
    if (form === "csv") response.write(`\ufeff${csvLine(HEADS[table])}`);
    for await (const row of TABLES[table](site))
      response.write(form === "csv" ? csvLine(HEADS[table].map((head) => row[head] ?? null)) : `${JSON.stringify(row)}\n`);
    response.end();
  };
}
