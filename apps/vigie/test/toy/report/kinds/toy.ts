/** How the toy kind is shown. */
import type { KindReport } from "@vigie/report";
import type { Language } from "@vigie/spec";

const both = (lang: Language, en: string, fr: string): string => (lang === "fr" ? fr : en);

export const KIND_REPORTS: Readonly<Record<string, KindReport>> = {
  toy: {
    practice({ details, mistakes }, _challenge, lang) {
      const { named = 0, right = 0, sought = 0 } = { ...details };
      const summary = both(
        lang,
        `${named} named, ${right} of ${sought} right`,
        `${named} nommées, ${right} sur ${sought} justes`,
      );
      const svg = `<svg class="vg" width="100%" height="20" role="img"><title>${summary}</title></svg>`;
      return {
        summary: details === null ? null : summary,
        sections: details === null ? [] : [{ id: "catch", title: summary, method: "", picture: { svg, summary } }],
        mistakes: mistakes.map(({ subject, missed }) => ({
          sort: missed === true ? both(lang, "Missed", "Manquées") : both(lang, "Innocent", "Innocentes"),
          subject: both(lang, `Vessel ${subject}`, `Embarcation ${subject}`),
          place: "",
          sentence: both(lang, "Listen to its pings.", "Écoutez ses signaux."),
          signs: [],
        })),
        noMistakes: both(lang, "No mistake", "Aucune erreur"),
      };
    },
    fault: ({ code }, _challenge, lang) =>
      code === "foreign-ping"
        ? {
            what: both(lang, "the ping is another's.", "le signal vient d’ailleurs."),
            next: both(lang, "Cite its own.", "Citez le sien."),
          }
        : {},
    rules: ({ caps }, lang) => ({
      scoring: [both(lang, "Naming anybody for nothing costs.", "Nommer qui que ce soit pour rien coûte.")],
      limits: [{ name: both(lang, "Bytes", "Octets"), value: String(caps.lineBytes) }],
      output: both(lang, "One line a vessel.", "Une ligne par embarcation."),
      example: ['{"vessel":3,"ping":4503599627}', '{"end":1}'],
      legend: [],
      trust: [],
      imported: (parts) => parts,
    }),
  },
};
