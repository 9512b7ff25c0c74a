/** Results as a table for the terminal. */
import type { Figure, Result } from "./measure.ts";

const HEADER = ["what", "median", "spread", "aim", ""];

function cells({ what, value, unit, spread, aim, met }: Figure): string[] {
  const shown = value >= 100 ? value.toFixed(0) : value.toFixed(2);
  const verdict = met === null ? "" : met ? "met" : "MISSED";
  return [what, `${shown} ${unit}`, spread === null ? "" : `${(100 * spread).toFixed(0)} %`, aim ?? "", verdict];
}

export function printResult({ name, about, figures }: Result): void {
  const rows = [HEADER, ...figures.map(cells)];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  console.log(`\n${name}: ${about}`);
  for (const row of rows) {
    const [what, ...rest] = row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])));
    console.log(`  ${[what, ...rest].join("  ")}`);
  }
}
