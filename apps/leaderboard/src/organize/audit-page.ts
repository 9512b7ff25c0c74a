/** What was done, by whom, and to what: everything, newest first, with filters. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { formatDateTime } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { AuditWish } from "@vigie/store";
import { admitted } from "../http/admission.ts";
import { eventOf, languageOf, type Site } from "../page.ts";
import type { View } from "../render.ts";
import type { Asked } from "../routes/route.ts";
import { sendOrganized } from "./send.ts";
import { logEn } from "../messages/log.en.ts";
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

const ACTS = Object.keys(logEn).map((key) => key.replace(/^log\./, ""));

/** What was done, in words; the name that the log keeps where there are none. */
function actWords(lang: Language, act: string): string {
  const key = `log.${act}`;
  return say.knows(key) ? say(lang, key) : act;
}

/** Every act by its words, to choose one from; one that is not known stands there as it was asked for. */
function actOptions(lang: Language, wished: string): View[] {
  const acts = [...new Set([...ACTS, ...(wished === "" ? [] : [wished])])];
  const options = acts.map((value) => ({ value, text: actWords(lang, value), chosen: value === wished }));
  return options.toSorted((a, b) => a.text.localeCompare(b.text, lang));
}

export function showAudit(site: Site) {
  return async (request: Request, response: Response, { query }: Asked<AuditQuery, unknown>): Promise<void> => {
    admitted(request, "organize");
    const lang = languageOf(request);
    const { timeZone } = await eventOf(site);
    const wish = auditWish(query);
    const [entries, teams] = await Promise.all([site.store.auditLog(wish), site.store.teamProfiles()]);
    const names = new Map(teams.map(({ id, name }) => [id, name]));
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
          options: name === "act" ? actOptions(lang, wish.act ?? "") : null,
        })),
        rows: entries.map(({ at, actor, act, subject, about }) => ({
          iso: at,
          at: formatDateTime(lang, at, timeZone),
          actor,
          act: actWords(lang, act),
          subject: names.get(subject) ?? subject,
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
