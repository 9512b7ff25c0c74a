/** `vigie data report`: holds a test set against what is known of real payments, on one page of HTML. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { measureRealism } from "@vigie/audit";
import { realismReportHtml } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { addSeedOptions } from "../data-seed.ts";
import type { NamedOptions } from "../make-named.ts";
import type { Say } from "../say.ts";
import { withTestset } from "../with-testset.ts";
import type { DataGroup } from "./data.ts";

interface ReportOptions extends NamedOptions {
  readonly out: string;
}

async function report(name: string, options: ReportOptions, language: Language, say: Say): Promise<string> {
  const measured = await withTestset(name, options, say, (folder) => {
    process.stderr.write(`${say("report.measuring")}\n`);
    return measureRealism(folder);
  });
  const hidden = options.secretFile !== undefined;
  if (hidden) process.stderr.write(`${say("report.hidden")}\n`);
  const file = resolve(options.out);
  writeFileSync(file, realismReportHtml(measured, language), { mode: hidden ? 0o600 : 0o644 });
  const judged = measured.comparisons.filter(({ verdict }) => verdict !== "none").length;
  const close = measured.comparisons.filter(({ verdict }) => verdict === "close").length;
  return say("report.done", { file, judged, close });
}

/** Adds `vigie data report`. */
export function addDataReport({ command, language, say, print }: DataGroup): void {
  addSeedOptions(command("report", "about.data.report").argument("<folder | dataset>"), say)
    .option("--accounts <number>", say("option.accounts"))
    .option("--out <file>", say("option.reportOut"), "report.html")
    .action(async (name: string, options: ReportOptions) => print(await report(name, options, language, say)));
}
