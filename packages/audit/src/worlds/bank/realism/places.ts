/** Where people live, against the census. */
import type { Comparison } from "@vigie/report/bank";
import type { TableReader } from "@vigie/spec";
import { compareKinds, rowsOf } from "./compare.ts";
import { CENSUS } from "./references.ts";

/** Population by province, thousands. Territories, 118 together, are left out: no city of the world lies there. */
const PROVINCES: readonly (readonly [string, number])[] = [
  ["ON", 14_224],
  ["QC", 8_502],
  ["BC", 5_001],
  ["AB", 4_263],
  ["MB", 1_342],
  ["SK", 1_133],
  ["NS", 969],
  ["NB", 776],
  ["NL", 511],
  ["PE", 154],
];

/** The six largest metropolitan areas, millions; Ottawa with Gatineau. */
const METROS: readonly (readonly [string, number])[] = [
  ["Toronto", 6.2],
  ["Montréal", 4.29],
  ["Vancouver", 2.64],
  ["Ottawa", 1.49],
  ["Calgary", 1.48],
  ["Edmonton", 1.42],
];

function counted(accounts: TableReader, column: string, names: readonly string[]): number[] {
  const { codes, words } = accounts.optionalText(column);
  const counts = names.map(() => 0);
  const placeOf = words.map((word) => names.indexOf(word));
  for (let row = 0; row < accounts.rows; row++) if (placeOf[codes[row]] >= 0) counts[placeOf[codes[row]]]++;
  return counts;
}

const named = rowsOf("people", {
  provinces: ["Provinces", "Provinces"],
  metros: ["The six largest cities", "Les six plus grandes villes"],
});

/** Shares of provinces, and of the six largest metropolitan areas among themselves. */
export function placeComparisons(accounts: TableReader): Comparison[] {
  return (
    [
      ["provinces", "home_province", PROVINCES],
      ["metros", "home_city", METROS],
    ] as const
  ).map(([id, column, stated]) => {
    const names = stated.map(([name]) => name);
    const labels = names.map((name) => ({ en: name, fr: name }));
    const people = stated.map(([, count]) => count);
    return compareKinds(named(id, 0.06, CENSUS), labels, counted(accounts, column, names), people);
  });
}
