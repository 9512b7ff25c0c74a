/** Teams for programs: listed, taken by a list or a file, changed, given codes, deleted. */
import type { Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { StoreError } from "@vigie/store";
import { archiveIn } from "../../code/sources.ts";
import { admitted } from "../../http/admission.ts";
import { Refusal } from "../../http/refusals.ts";
import { eventOf, type Site } from "../../page.ts";
import type { Asked } from "../../routes/route.ts";
import type { CodesSent, PreviewQuery, TeamSent, TeamsSent } from "../api-shapes.ts";
import { wishedTeams } from "../codes/page.ts";
import { whereItCan } from "../where-it-can.ts";
import { asDetail, asInput, type Fault } from "../fault.ts";
import { readTeamsCsv, type ReadTeams } from "../teams-csv.ts";
import { say } from "../../say.ts";
import { plannedList } from "./list-form.ts";
import { nameFault, profileOf } from "./team-page.ts";

/** More than a team may send, and more than is ever done to one. */
const EVERY_RUN = 1000;
const MOST_LOG = 1000;

export function listTeams(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { actor } = admitted(request, "all-teams");
    const event = await eventOf(site);
    await site.store.audit({ actor, act: "view-teams", subject: event.id });
    response.set("cache-control", "no-store").json(await site.store.lights());
  };
}

function readOf({ lines, csv }: Static<typeof TeamsSent>, languages: readonly ("en" | "fr")[]): ReadTeams {
  if (csv !== undefined) return readTeamsCsv(csv, languages);
  const numbered = (lines ?? []).map((line, i) => ({ row: i + 1, line }));
  return { lines: numbered, faults: [], fileFault: null, unknownColumns: [], delimiter: null, encoding: "utf-8" };
}

function refused(faults: readonly Fault[], { lines }: ReadTeams, asFile: boolean): Refusal {
  // A file's faults are told by its own rows.
  const placed = faults.map((fault) => {
    const [head, line, column] = fault.at.split("/");
    const row = asFile && line !== undefined ? lines[Number(line)]?.row : undefined;
    return row === undefined ? fault : { ...fault, at: `${head}/row ${row}/${column}` };
  });
  return new Refusal("faulty", { detail: asDetail(faults), problems: asInput(placed) });
}

export function postTeams(site: Site) {
  return async (
    request: Request,
    response: Response,
    { query, body }: Asked<Static<typeof PreviewQuery>, Static<typeof TeamsSent>>,
  ): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const event = await eventOf(site);
    const preview = query.preview === "1";
    if (body.count !== undefined) {
      if (!preview) await site.store.countTeams(body.count, actor);
      return void response.json({ added: body.count, changed: 0, same: 0, unknownColumns: [] });
    }
    const read = readOf(body, event.languages);
    const list = await plannedList(site.store, read);
    if (list.planned === null) throw refused(list.faults, read, body.csv !== undefined);
    const lines = read.lines.map(({ line }) => line);
    const done = preview ? list.planned : await site.store.saveTeams(lines, actor);
    if (done.kind === "faulty") throw new Refusal("meanwhile");
    const count = (kind: "new" | "changed" | "same"): number => done.rows.filter(({ becomes }) => becomes === kind).length;
    response.json({ added: count("new"), changed: count("changed"), same: count("same"), unknownColumns: read.unknownColumns });
  };
}

export function patchTeam(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof TeamSent>>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const team = await profileOf(site, request.params["team"]);
    try {
      response.json(await site.store.changeTeam(team.id, body, actor));
    } catch (cause) {
      const en = nameFault("en", cause);
      if (en === null || !(cause instanceof StoreError)) throw cause;
      const fault: Fault = { at: "name", found: body.name ?? "", words: (lang) => nameFault(lang, cause) ?? en };
      throw new Refusal("faulty", { detail: asDetail([fault]), problems: asInput([fault]) });
    }
  };
}

export function postCodes(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof CodesSent>>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    await eventOf(site);
    response.set("cache-control", "no-store").status(201);
    const { role, teams } = body;
    if (role !== undefined) {
      const code = await site.store.issueCode({ role, team: null });
      await site.store.audit({ actor, act: "issue-codes", subject: role });
      return void response.json({ codes: [{ team: null, role, code }] });
    }
    if (teams === undefined)
      throw new Refusal("bad-request", { detail: { en: say("en", "codes.none"), fr: say("fr", "codes.none") } });
    const wished = teams === "all-without" ? await wishedTeams(site, { which: "without" }) : teams;
    const issued = wished.length === 0 ? [] : await whereItCan(site.store.issueCodes(wished, actor));
    response.json({ codes: issued.map(({ team, code }) => ({ team: team.name, role: "participant", code })) });
  };
}

/** Deletes what is kept of a team; digests and scores stay. */
export function deleteTeamData(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const team = await profileOf(site, request.params["team"]);
    await whereItCan(site.store.eraseTeam(team.id, actor));
    response.status(204).end();
  };
}

/** All that is kept of a team, a line each: what it is, what it sent with its bytes, and what the log has of it. */
export function exportTeamData(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const team = await profileOf(site, request.params["team"]);
    await site.store.audit({ actor, act: "export-team", subject: team.id });
    response.set({ "cache-control": "no-store", "content-disposition": `attachment; filename="team-${team.id}.jsonl"` });
    response.type("application/x-ndjson");
    const line = (kind: string, value: object): boolean => response.write(`${JSON.stringify({ kind, ...value })}\n`);
    line("team", team);
    for (const { id } of await site.store.challenges()) {
      for (const one of await site.store.submissionsOf(team.id, id, { most: EVERY_RUN })) {
        line("submission", (await site.store.submission(one.id)) ?? one);
        const archive = await archiveIn(site.store.spoolDir, one.id);
        if (archive !== null) line("archive", { submission: one.id, base64: archive.toString("base64") });
      }
    }
    for (const entry of await site.store.auditLog({ subject: team.id, most: MOST_LOG })) line("log", entry);
    response.end();
  };
}
