/** `vigie data report`: holds a test set against what is known of real payments, on one page of HTML. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { measureRealism } from "@vigie/audit";
import { realismReportHtml, type RealismReport } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { addSeedOptions } from "../data-seed.ts";
import { CommandFailure } from "../failure.ts";
import { makeNamed, type NamedOptions } from "../make-named.ts";
import { knownChallenges } from "../places.ts";
import type { Say } from "../say.ts";
import type { DataGroup } from "./data.ts";

interface ReportOptions extends NamedOptions {
  readonly out: string;
}

function isTestset(folder: string): boolean {
  return existsSync(join(folder, "inputs")) && existsSync(join(folder, "labels"));
}

/** Options that choose a world say nothing of a folder that holds one already. */
function refuseIdle(folder: string, options: ReportOptions, say: Say): void {
  const idle = [
    options.accounts !== undefined && "--accounts",
    options.seed !== undefined && "--seed",
    options.secretFile !== undefined && "--secret-file",
    options.testSecret === true && "--test-secret",
    options.locked !== undefined && "--locked",
  ].find((option) => typeof option === "string");
  if (idle !== undefined) throw new CommandFailure(say("report.inFolder", { option: idle, folder }), 2);
}

async function measureMade(name: string, options: ReportOptions, say: Say): Promise<RealismReport> {
  const known = knownChallenges();
  if (!known.includes(name)) {
    throw new CommandFailure(say("report.noSet", { name, known: known.join(", "), first: known[0] ?? "" }), 2);
  }
  const scratch = mkdtempSync(join(tmpdir(), "vigie-report-"));
  const folder = join(scratch, "testset");
  try {
    await makeNamed(name, options, folder, say);
    process.stderr.write(`${say("report.measuring")}\n`);
    return measureRealism(folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function report(name: string, options: ReportOptions, language: Language, say: Say): Promise<string> {
  const folder = resolve(name);
  const there = isTestset(folder);
  if (there) refuseIdle(folder, options, say);
  const measured = there ? measureRealism(folder) : await measureMade(name, options, say);
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
