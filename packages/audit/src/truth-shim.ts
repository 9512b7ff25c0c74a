import { join } from "node:path";
import { readTable, tableRows } from "@vigie/testset";
export function openTruth(folder: string) {
  return {
    subjects: tableRows(folder)["units"],
    place: (t: string) => join(folder, "labels", `${t}.arrow`),
    table: (t: string) => readTable(join(folder, "labels"), t),
  };
}
export const worldOfSet = (_folder: string): string => "bank";
