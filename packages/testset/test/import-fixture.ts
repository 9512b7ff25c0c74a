/** Tiny files in the layouts of other people's data, made up here: the data themselves may not be passed on. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openColumnMap } from "../src/import/imports.ts";
import type { ColumnMap, ImportWish } from "../src/import/world-import.ts";

const MAPS = join(import.meta.dirname, "../../../datasets/import-maps");

/** A map that comes with Vigie. */
export function mapNamed(id: string): ColumnMap {
  return openColumnMap(mapFile(id));
}

export function mapFile(id: string): string {
  return join(MAPS, `${id}.json`);
}

export const AMLWORLD_HEADER =
  "Timestamp,From Bank,Account,To Bank,Account,Amount Received,Receiving Currency,Amount Paid,Payment Currency,Payment Format,Is Laundering";

/** A fan-out from A to B, C and D; a lawful E, F and G; one illicit row between F and G in no pattern. */
export const AMLWORLD_ROWS = [
  "2022/09/01 00:20,010,A00,010,A00,3697.34,US Dollar,3697.34,US Dollar,Reinvestment,0",
  "2022/09/01 00:21,010,A00,020,B00,100.00,US Dollar,100.00,US Dollar,ACH,1",
  "2022/09/01 00:21,010,A00,020,C00,133.00,Canadian Dollar,100.00,US Dollar,Wire,1",
  "2022/09/02 10:00,010,A00,030,D00,0.01000000,Bitcoin,0.01000000,Bitcoin,Bitcoin,1",
  "2022/09/01 09:00,040,E00,020,B00,12.50,Euro,12.50,Euro,Credit Card,0",
  "2022/09/03 09:00,040,E00,040,F00,20.00,UK Pound,20.00,UK Pound,Cheque,0",
  "2022/09/03 12:00,040,F00,050,G00,75.00,Yuan,75.00,Yuan,Cash,1",
  "2022/09/04 12:00,050,H00,040,E00,5000.00,Yen,5000.00,Yen,ACH,0",
];

export const AMLWORLD_PATTERNS = [
  "BEGIN LAUNDERING ATTEMPT - FAN-OUT:  Max 3-degree Fan-Out",
  AMLWORLD_ROWS[1],
  AMLWORLD_ROWS[2],
  AMLWORLD_ROWS[3],
  "END LAUNDERING ATTEMPT - FAN-OUT",
  "",
];

/** Writes lines as a file and gives its path. */
export function fileOf(folder: string, name: string, lines: readonly string[], end = "\n"): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join(end) + end);
  return path;
}

export function wishFor(map: ColumnMap, files: readonly string[], folder: string, more: Partial<ImportWish> = {}): ImportWish {
  const meta = { id: map.id, version: "1.0.0", title: map.title, licence: map.licence };
  return { files, beside: {}, folder, meta, seed: "test", badShare: 0.01, ...more };
}
