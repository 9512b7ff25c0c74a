/** A text in both languages. @fr Un texte dans les deux langues. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

/** Keeps the keys as literal types. @fr Conserve les clés comme types littéraux. */
export function phrases<Key extends string>(table: Readonly<Record<Key, Bilingual>>): Readonly<Record<Key, Bilingual>> {
  return table;
}
