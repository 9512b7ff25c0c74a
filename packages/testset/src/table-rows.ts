/** How many rows each table of a test set has, by its layouts. */
import { join } from "node:path";
import { Layout, LAYOUT_FILE } from "@vigie/sdk";
import { loadJson } from "@vigie/spec/node";

/**
 * Rows by table's name: those of `inputs/`, then those of `labels/`.
 * @param folder the test set's.
 * @throws SpecError where a layout cannot be read.
 */
export function tableRows(folder: string): Record<string, number> {
  const tables = ["inputs", "labels"].flatMap((half) => loadJson(Layout, join(folder, half, LAYOUT_FILE)).tables);
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]));
}
