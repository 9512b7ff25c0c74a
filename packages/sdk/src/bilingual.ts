/** A text in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}
