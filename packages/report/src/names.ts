/** What ids of a world are called. */
import { indicator, isIndicatorId } from "@vigie/sdk";
import { worldOf, type Language } from "@vigie/spec";
import type { Values } from "./speaker.ts";

function words(id: string): string {
  return id.replaceAll("-", " ");
}

/** What labels stand for, by the id that they carry (a look-alike group, a typology, a role); of an unknown one its id in words. */
export function nameOf(of: { readonly world: string }, id: string, lang: Language): string {
  const { names } = worldOf(of);
  return Object.hasOwn(names, id) ? names[id][lang] : words(id);
}

/** An indicator's label from the catalogue; of an unknown one its id in words. */
export function indicatorLabel(lang: Language, id: string): string {
  return isIndicatorId(id) ? indicator(id).label[lang] : words(id);
}

/** The first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** "an account", "a vessel". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}

/** A list within a sentence: "boats or buoys", "le tort et la redite". */
export function listed(lang: Language, names: readonly string[], type: "conjunction" | "disjunction"): string {
  return new Intl.ListFormat(`${lang}-CA`, { type }).format(names);
}

/** A world's subject as sentences need it, with the articles of each language. */
export function subjectWords(of: { readonly world: string }, lang: Language): Values {
  const { subject, tables } = worldOf(of);
  const [one, many] = [subject.one[lang], subject.many[lang]];
  const lists = tables.filter(({ half, lists: column }) => half === "inputs" && column !== undefined).map(({ name }) => name);
  const common = { id: subject.id, one, many, tables: listed(lang, lists, "disjunction") };
  if (lang === "en") return { ...common, a: withArticle(one) };
  const vowel = /^[aeiouyàâéèêîïôûh]/i;
  const [feminine, elided] = [subject.feminine === true, vowel.test(one)];
  return {
    ...common,
    a: `${feminine ? "une" : "un"} ${one}`,
    no: `${feminine ? "aucune" : "aucun"} ${one}`,
    of: elided ? `de l’${one}` : feminine ? `de la ${one}` : `du ${one}`,
    ofMany: vowel.test(many) ? `d’${many}` : `de ${many}`,
  };
}
