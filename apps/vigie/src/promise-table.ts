/** What a world promises, measure by measure, as a person reads it in the terminal. */
import Table from "cli-table3";
import pc from "picocolors";
import type { BoundedMeasure } from "@vigie/audit";
import { formatRatio } from "@vigie/report";
import type { Voice } from "./say.ts";

/** Each measure with its bounds, whether it lies within, and how well it tells those who are sought. */
export function promiseTable(promises: readonly BoundedMeasure[], { language, say }: Voice): string {
  const table = new Table({
    head: [say("report.measure"), say("report.found"), say("report.bounds"), say("report.auc"), say("report.verdict")],
    colWidths: [44, 14, 18, 12, 13],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { title, observed, bounds, within, auc } of promises) {
    const verdict = within === null ? "" : within ? pc.green(say("report.within")) : pc.red(say("report.outside"));
    table.push([title[language], observed[language], bounds[language], auc === null ? "" : formatRatio(language, auc), verdict]);
  }
  return table.toString();
}
