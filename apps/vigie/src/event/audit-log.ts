/** `vigie event audit`: who did what, newest first. */
import Table from "cli-table3";
import { Type } from "@sinclair/typebox";
import { inert } from "@vigie/report";
import { askDesk, type Desk } from "./desk.ts";

const Entry = Type.Object({
  id: Type.String(),
  at: Type.String(),
  actor: Type.String(),
  act: Type.String(),
  subject: Type.String(),
  about: Type.Record(Type.String(), Type.String()),
});

export interface AuditFilter {
  readonly actor?: string;
  readonly act?: string;
  readonly subject?: string;
  readonly before?: string;
}

export async function showAudit({ actor, act, subject, before }: AuditFilter, desk: Desk): Promise<void> {
  const { say, print } = desk;
  const query = new URLSearchParams(Object.entries({ actor, act, subject, before }).flatMap(([k, v]) => (v ? [[k, v]] : [])));
  const path = query.size === 0 ? "audit" : `audit?${query.toString()}`;
  const entries = await askDesk(desk, { method: "GET", path }, Type.Array(Entry));
  if (entries.length === 0) {
    print(say("audit.none"));
    return;
  }
  const head = [say("audit.at"), say("audit.actor"), say("audit.act"), say("audit.subject"), ""];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const entry of entries) {
    const about = Object.entries(entry.about).map(([key, value]) => `${key}=${value}`);
    table.push([entry.at.slice(0, 19).replace("T", " "), entry.actor, entry.act, entry.subject, about.join(" ")].map(inert));
  }
  print(table.toString());
  print(say("audit.older", { id: inert(entries.at(-1)?.id ?? "") }));
}
