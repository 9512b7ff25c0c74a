/** What organizers tell everybody: written here, shown on every page, taken down again. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { formatDateTime } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { Announcement } from "@vigie/store";
import { admitted } from "../http/admission.ts";
import { eventOf, languageOf, type Site } from "../page.ts";
import type { View } from "../render.ts";
import type { Asked } from "../routes/route.ts";
import { say } from "../say.ts";
import { whereItCan } from "./where-it-can.ts";
import { Field, trimmed } from "./fields.ts";
import { sendOrganized } from "./send.ts";

export const LONGEST_WORDS = 500;
export const AnnouncementForm = Type.Object({ en: Field, fr: Field, down: Field });
export type AnnouncementForm = Static<typeof AnnouncementForm>;

/** The words of a form; null where there are none, or more than a banner holds. */
export function wordsIn(form: Pick<AnnouncementForm, "en" | "fr">): Announcement["text"] | null {
  const [en, fr] = [trimmed(form.en), trimmed(form.fr)];
  if ((en === "" && fr === "") || en.length > LONGEST_WORDS || fr.length > LONGEST_WORDS) return null;
  return { ...(en === "" ? {} : { en }), ...(fr === "" ? {} : { fr }) };
}

/** Whether the newest announcement says just this: pressed twice is said once. */
async function isStanding({ store }: Site, words: Announcement["text"]): Promise<boolean> {
  const newest = (await store.announcements()).at(0);
  return newest?.takenDownAt === null && newest.text.en === words.en && newest.text.fr === words.fr;
}

async function viewOf(site: Site, lang: Language, form: AnnouncementForm | null, fault: string | null): Promise<View> {
  const event = await eventOf(site);
  const said = await site.store.announcements();
  return {
    fault,
    most: LONGEST_WORDS,
    fields: event.languages.map((one) => ({ id: one, label: say(lang, `setUp.${one}`), value: form?.[one] ?? "" })),
    said: said.map(({ id, at, text, takenDownAt }) => ({
      id,
      at: formatDateTime(lang, at, event.timeZone),
      words: (["en", "fr"] as const).flatMap((one) => (text[one] === undefined ? [] : [{ lang: one, text: text[one] }])),
      down:
        takenDownAt === null ? null : say(lang, "announce.wasTaken", { at: formatDateTime(lang, takenDownAt, event.timeZone) }),
    })),
  };
}

async function send(site: Site, request: Request, response: Response, view: View, status = 200): Promise<void> {
  const title = say(languageOf(request), "announce.title");
  const page = { template: "announcements", title, here: "console", below: "console", view } as const;
  await sendOrganized(site, request, response, page, status);
}

export function showAnnouncements(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    admitted(request, "organize");
    await send(site, request, response, await viewOf(site, languageOf(request), null, null));
  };
}

export function submitAnnouncement(site: Site) {
  return async (request: Request, response: Response, { body: form }: Asked<unknown, AnnouncementForm>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const lang = languageOf(request);
    await eventOf(site);
    const words = wordsIn(form);
    if (form.down !== undefined) await whereItCan(site.store.takeDown(form.down, actor));
    else if (words !== null) {
      if (!(await isStanding(site, words))) await site.store.announce(words, actor);
    } else {
      const fault = say(lang, "announce.fault", { most: LONGEST_WORDS });
      return send(site, request, response, await viewOf(site, lang, form, fault), 422);
    }
    response.redirect(303, `/${lang}/organize/announcements`);
  };
}
