import type { Bilingual } from "../bilingual.ts";

/** Keeps the keys as literal types. */
export function phrases<Key extends string>(table: Readonly<Record<Key, Bilingual>>): Readonly<Record<Key, Bilingual>> {
  return table;
}
