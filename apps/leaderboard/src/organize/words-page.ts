/** The words of an event, which can be changed while it runs. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import type { Language } from "@vigie/spec";
import type { EventSettings, EventWords } from "@vigie/store";
import { admitted } from "../http/admission.ts";
import { eventOf, languageOf, type Site } from "../page.ts";
import type { View } from "../render.ts";
import type { Asked } from "../routes/route.ts";
import { say } from "../say.ts";
import { all, Field, readDay, seenOf, Several, trimmed } from "./fields.ts";
import { sendOrganized } from "./send.ts";
import { LONGEST_NAME } from "./set-up/form.ts";

export const WordsForm = Type.Object({
  ...{ name_en: Field, name_fr: Field, help_en: Field, help_fr: Field, phone: Field, network: Field, kept: Field },
  ...{ language: Several, hides: Field, seen: Field },
});
export type WordsForm = Static<typeof WordsForm>;

/** What the form changes of an event. */
const seenWords = ({ name, helpLine, network, keptUntil, languages, hidesPublicInFreeze }: EventSettings): string =>
  seenOf([name, helpLine, network, keptUntil, languages, hidesPublicInFreeze]);

type Fault = "name" | "phone" | "language" | "kept";

/** What a form changes, or what is wrong with it. */
export function changedWords(form: WordsForm, lockDay: string): Partial<EventWords> | { readonly faults: readonly Fault[] } {
  const both = (en: string | undefined, fr: string | undefined): { readonly en: string; readonly fr: string } => {
    const [english, french] = [trimmed(en), trimmed(fr)];
    return { en: english === "" ? french : english, fr: french === "" ? english : french };
  };
  const name = both(form.name_en, form.name_fr);
  const help = both(form.help_en, form.help_fr);
  const [phone, network, kept] = [trimmed(form.phone), trimmed(form.network), trimmed(form.kept)];
  const languages = all(form.language).filter((one): one is Language => one === "en" || one === "fr");
  const keptUntil = readDay(kept);
  const faults: Fault[] = [
    ...(name.en === "" || Math.max(name.en.length, name.fr.length) > LONGEST_NAME ? (["name"] as const) : []),
    ...(help.en === "" || phone === "" || phone.length > 40 ? (["phone"] as const) : []),
    ...(languages.length === 0 ? (["language"] as const) : []),
    ...(keptUntil === null || keptUntil <= lockDay ? (["kept"] as const) : []),
  ];
  if (faults.length > 0) return { faults };
  return {
    name,
    helpLine: { name: help, phone },
    network: network === "" ? null : network.slice(0, 60),
    languages,
    keptUntil,
    hidesPublicInFreeze: form.hides !== undefined,
  };
}

function viewOf(lang: Language, event: EventSettings, form: WordsForm | null, faults: readonly string[]): View {
  const languages = form === null ? event.languages : all(form.language);
  return {
    seen: seenWords(event),
    faults,
    faultsTitle: say(lang, "setUp.faults", { count: faults.length }),
    fields: [
      { id: "name_en", label: say(lang, "words.nameEn"), value: form?.name_en ?? event.name.en },
      { id: "name_fr", label: say(lang, "words.nameFr"), value: form?.name_fr ?? event.name.fr },
      { id: "help_en", label: say(lang, "words.helpEn"), value: form?.help_en ?? event.helpLine.name.en },
      { id: "help_fr", label: say(lang, "words.helpFr"), value: form?.help_fr ?? event.helpLine.name.fr },
      { id: "phone", label: say(lang, "words.phone"), value: form?.phone ?? event.helpLine.phone },
      { id: "network", label: say(lang, "words.network"), value: form?.network ?? event.network ?? "" },
      { id: "kept", label: say(lang, "words.kept"), value: form?.kept ?? event.keptUntil ?? "" },
    ],
    languages: (["en", "fr"] as const).map((one) => ({
      id: one,
      text: say(lang, `setUp.${one}`),
      chosen: languages.includes(one),
    })),
    hides: form === null ? event.hidesPublicInFreeze : form.hides !== undefined,
  };
}

async function send(site: Site, request: Request, response: Response, view: View, status = 200): Promise<void> {
  const title = say(languageOf(request), "words.title");
  const page = { template: "words", title, here: "console", below: "console", view } as const;
  await sendOrganized(site, request, response, page, status);
}

export function showWords(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    admitted(request, "organize");
    await send(site, request, response, viewOf(languageOf(request), await eventOf(site), null, []));
  };
}

export function submitWords(site: Site) {
  return async (request: Request, response: Response, { body: form }: Asked<unknown, WordsForm>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const [lang, event] = [languageOf(request), await eventOf(site)];
    if (form.seen !== undefined && form.seen !== seenWords(event))
      return send(site, request, response, viewOf(lang, event, form, [say(lang, "timeline.meanwhile")]), 409);
    const changed = changedWords(form, event.closesAt.slice(0, 10));
    if ("faults" in changed) {
      const faults = changed.faults.map((fault) => say(lang, `words.fault.${fault}`));
      return send(site, request, response, viewOf(lang, event, form, faults), 422);
    }
    await site.store.changeWords(changed, actor);
    response.redirect(303, `/${lang}/organize/words`);
  };
}
