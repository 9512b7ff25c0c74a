/** Merchants' names by their numbers. */
import { join } from "node:path";
import { readTable } from "@vigie/testset";
import { textOf } from "./walk.ts";

/** A merchant's name, null for a number that is none. */
export function shortNames(folder: string): (merchant: number) => string | null {
  const { codes, words } = textOf(readTable(join(folder, "inputs"), "merchants", ["name"]), "name");
  return (merchant) => words[codes[merchant]] ?? null;
}
