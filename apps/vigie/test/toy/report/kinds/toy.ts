/** How the toy kind is shown. */
import type { KindReport } from "@vigie/report";
import type { Language } from "@vigie/spec";

const both = (lang: Language, en: string, fr: string): string => (lang === "fr" ? fr : en);

export const KIND_REPORTS: Readonly<Record<string, KindReport>> = {
  toy: {
    practice({ details, mistakes }, _challenge, lang) {
      const [named, right, sought] = ["named", "right", "sought"].map((key) => Number(details?.[key] ?? 0));
      const summary = both(
        lang,
        `${named} named, ${right} of ${sought} right`,
        `${right} justes sur ${sought}, ${named} nommées`,
      );
      const picture = { svg: `<svg class="vg" role="img"><title>${summary}</title></svg>`, summary };
      const told = mistakes.map(({ subject, missed }) => ({
        sort: missed === true ? both(lang, "Missed", "Manquées") : both(lang, "Innocent", "Innocentes"),
        subject: both(lang, `Vessel ${subject}`, `Embarcation ${subject}`),
        place: "",
        sentence: both(lang, "Listen to its pings.", "Écoutez ses signaux."),
        signs: [],
      }));
      const sections = details === null ? [] : [{ id: "catch", title: summary, method: "", picture }];
      return { summary: details === null ? null : summary, sections, mistakes: told, noMistakes: both(lang, "None", "Aucune") };
    },
    fault: (_fault, _challenge, lang) => ({
      what: both(lang, "the ping is another's.", "le signal vient d’ailleurs."),
      next: both(lang, "Cite its own.", "Citez le sien."),
    }),
    rules: (_challenge, lang) => ({
      scoring: [both(lang, "Naming anybody for nothing costs.", "Nommer qui que ce soit pour rien coûte.")],
      ...{ limits: [], legend: [], trust: [] },
      output: both(lang, "One line a vessel.", "Une ligne par embarcation."),
      example: ['{"vessel":3,"ping":4503599627}', '{"end":1}'],
      imported: (parts) => parts,
    }),
  },
};
