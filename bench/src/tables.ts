/** Tables of text. The first row is the head. */

/** For the terminal: the first column to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map(
      (row) =>
        `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ")}`,
    )
    .join("\n");
}

/** The same as Markdown. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const [head, ...rest] = rows;
  return [head, head.map((_, column) => (column === 0 ? "---" : "--:")), ...rest]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}
