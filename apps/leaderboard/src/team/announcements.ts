/** What the organizers tell everybody, newest first. */
import type { Language } from "@vigie/spec";
import type { EventSettings, Store } from "@vigie/store";
import { momentView } from "../clock.ts";
import type { View } from "../render.ts";

const NEW_MS = 3_600_000;
const MOST = 12;

/** In the page's language, or in the one in which it was said; those that were taken down are not shown. */
export async function announcementsView(store: Store, event: EventSettings, lang: Language, now: number): Promise<View[]> {
  const said = (await store.announcements()).filter(({ takenDownAt }) => takenDownAt === null);
  return said.slice(0, MOST).flatMap(({ id, at, text }) => {
    const other = lang === "en" ? "fr" : "en";
    const words = text[lang] ?? text[other];
    if (words === undefined) return [];
    return {
      id,
      words,
      lang: text[lang] === undefined ? `${other}-CA` : null,
      at: momentView(lang, at, event.timeZone, now),
      fresh: now - Date.parse(at) < NEW_MS,
    };
  });
}
