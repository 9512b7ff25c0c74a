/** Merchants' names by their numbers. */
import { inputTable } from "./walk.ts";

/** A merchant's name, null for a number that is none. */
export function shortNames(folder: string): (merchant: number) => string | null {
  const names = inputTable(folder, "merchants", ["name"]).wordsOf("name");
  return (merchant) => names[merchant] ?? null;
}
