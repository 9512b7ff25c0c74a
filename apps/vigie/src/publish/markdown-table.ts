/** A table of Markdown. @param align of the columns after the first. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: "---" | "--:" = "---",
): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : align))), ...rows.map(line)].join("\n");
}
