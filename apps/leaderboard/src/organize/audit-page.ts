/** What was done, by whom, and to what: everything, newest first, with filters. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { formatDateTime } from "@vigie/report";
import type { AuditWish } from "@vigie/store";
import { admitted } from "../http/admission.ts";
import { eventOf, languageOf, type Site } from "../page.ts";
import type { Asked } from "../routes/route.ts";
import { sendOrganized } from "./send.ts";
import { say } from "../say.ts";

const MOST = 100;
const Word = Type.Optional(Type.String({ maxLength: 200 }));
export const AuditQuery = Type.Object({ actor: Word, act: Word, subject: Word, before: Word });
export type AuditQuery = Static<typeof AuditQuery>;

/** What a query asks of the log; an empty field asks nothing. */
export function auditWish(query: AuditQuery, most = MOST): AuditWish {
  const { actor = "", act = "", subject = "", before = "" } = query;
  return {
    ...(actor.trim() === "" ? {} : { actor: actor.trim() }),
    ...(act.trim() === "" ? {} : { act: act.trim() }),
    ...(subject.trim() === "" ? {} : { subject: subject.trim() }),
    ...(before === "" ? {} : { before }),
    most,
  };
}

export function showAudit(site: Site) {
  return async (request: Request, response: Response, { query }: Asked<AuditQuery, unknown>): Promise<void> => {
    admitted(request, "organize");
    const lang = languageOf(request);
    const { timeZone } = await eventOf(site);
    const wish = auditWish(query);
    const entries = await site.store.auditLog(wish);
    const title = say(lang, "audit.title");
    const kept = Object.entries(query).filter(([name, value]) => name !== "before" && value !== "");
    const older = new URLSearchParams([
      ...kept.map(([name, value]): [string, string] => [name, value]),
      ["before", entries.at(-1)?.id ?? ""],
    ]);
    await sendOrganized(site, request, response, {
      template: "audit",
      title,
      here: "audit",
      below: "console",
      view: {
        fields: (["actor", "act", "subject"] as const).map((name) => ({
          name,
          label: say(lang, `audit.${name}`),
          value: query[name] ?? "",
        })),
        rows: entries.map(({ at, actor, act, subject, about }) => ({
          iso: at,
          at: formatDateTime(lang, at, timeZone),
          actor,
          act,
          subject,
          about: Object.entries(about)
            .map(([name, value]) => `${name}: ${value}`)
            .join("; "),
          ofActor: `?${new URLSearchParams({ actor }).toString()}`,
          ofAct: `?${new URLSearchParams({ act }).toString()}`,
          ofSubject: `?${new URLSearchParams({ subject }).toString()}`,
        })),
        older: entries.length < MOST ? null : `?${older.toString()}`,
      },
    });
  };
}
