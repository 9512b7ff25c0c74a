/** The rest of what programs of organizers do: words, announcements, submissions, the log, backups. */
import type { Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { eventAnswer } from "../api/event.ts";
import { challengeOf } from "../challenge-of.ts";
import { admitted } from "../http/admission.ts";
import { Refusal } from "../http/refusals.ts";
import { eventOf, type Site } from "../page.ts";
import type { Asked } from "../routes/route.ts";
import { say } from "../say.ts";
import { whereItCan } from "./where-it-can.ts";
import { LONGEST_WORDS, wordsIn } from "./announcements-page.ts";
import type { AnnouncementSent, BackupSent, CheckedSent, ManySent, WordsSent } from "./api-shapes.ts";
import { auditWish, type AuditQuery } from "./audit-page.ts";
import { endedIn } from "./console/queue-page.ts";
import { handle, type Handling } from "./submission-page.ts";

export function patchEvent(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof WordsSent>>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const event = await eventOf(site);
    const { keptUntil } = body;
    if (keptUntil !== undefined && keptUntil <= event.closesAt.slice(0, 10))
      throw new Refusal("faulty", { detail: { en: say("en", "fault.kept-until"), fr: say("fr", "fault.kept-until") } });
    await site.store.changeWords(body, actor);
    response.set("cache-control", "no-store").json(eventAnswer(await eventOf(site), site.store.clock.now()));
  };
}

/** What is announced is everybody's. */
export function listAnnouncements(site: Site) {
  return async (_request: Request, response: Response): Promise<void> => {
    await eventOf(site);
    const said = await site.store.announcements();
    response.set("cache-control", "no-store").json(said.filter(({ takenDownAt }) => takenDownAt === null));
  };
}

export function postAnnouncement(site: Site) {
  return async (
    request: Request,
    response: Response,
    { body }: Asked<unknown, Static<typeof AnnouncementSent>>,
  ): Promise<void> => {
    const { actor } = admitted(request, "organize");
    await eventOf(site);
    const words = wordsIn(body.text);
    const fault = (lang: "en" | "fr"): string => say(lang, "announce.fault", { most: LONGEST_WORDS });
    if (words === null) throw new Refusal("faulty", { detail: { en: fault("en"), fr: fault("fr") } });
    response.status(201).json(await site.store.announce(words, actor));
  };
}

export function deleteAnnouncement(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { actor } = admitted(request, "organize");
    await whereItCan(site.store.takeDown(String(request.params["announcement"]), actor));
    response.status(204).end();
  };
}

export function postHandling(site: Site, handling: Handling) {
  return async (request: Request, response: Response): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const id = String(request.params["id"]);
    if ((await site.store.submission(id)) === null) throw new Refusal("not-found");
    await handle(site, id, handling, actor);
    response.status(204).end();
  };
}

/** Judges anew every submission to a challenge that ended so. */
export function postRerunMany(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof ManySent>>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const { id } = await challengeOf(site, request);
    const ids = (await endedIn(site.store, id, body.verdict)).map((one) => one.id);
    response.status(202).json({ runs: ids.length === 0 ? 0 : await site.store.rerun(ids, actor) });
  };
}

export function readAudit(site: Site) {
  return async (request: Request, response: Response, { query }: Asked<AuditQuery, unknown>): Promise<void> => {
    admitted(request, "organize");
    response.set("cache-control", "no-store").json(await site.store.auditLog(auditWish(query)));
  };
}

/** Ticks off an item that no program of ours can know; another may. */
export function postChecked(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof CheckedSent>>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    await eventOf(site);
    await site.store.audit({ actor, act: "checked", subject: body.item });
    response.status(204).end();
  };
}

/** Streams a backup, sealed to a passphrase. */
export function postBackup(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof BackupSent>>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const event = await eventOf(site);
    const { backup } = site.options;
    if (backup === undefined) throw new Refusal("not-found");
    await site.store.audit({ actor, act: "backup", subject: event.id });
    response.set({ "cache-control": "no-store", "content-type": "application/octet-stream" });
    response.set("content-disposition", 'attachment; filename="vigie-backup.age"');
    for await (const chunk of backup(body.passphrase))
      if (!response.write(chunk)) await new Promise((resolve) => response.once("drain", resolve).once("close", resolve));
    response.end();
  };
}
