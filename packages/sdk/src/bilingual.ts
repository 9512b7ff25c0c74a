/** A text in both languages. @fr Un texte dans les deux langues. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}
