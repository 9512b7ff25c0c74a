/** `vigie data report`: holds a test set against what is known of such data, on one page of HTML. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { realismOf } from "@vigie/audit";
import { worldOfSet } from "@vigie/testset";
import { addSeedOptions } from "../data-seed.ts";
import { CommandFailure } from "../failure.ts";
import type { NamedOptions } from "../make-named.ts";
import type { Voice } from "../say.ts";
import { addSizeOptions } from "../size-options.ts";
import { withTestset } from "../with-testset.ts";
import type { DataGroup } from "./data-group.ts";

interface ReportOptions extends NamedOptions {
  readonly out: string;
}

async function report(name: string, options: ReportOptions, voice: Voice): Promise<string> {
  const { language, say } = voice;
  const { judged, close, html } = await withTestset(name, options, voice, (folder) => {
    process.stderr.write(`${say("report.measuring")}\n`);
    const realism = realismOf(folder);
    if (realism === null) throw new CommandFailure(say("report.none", { world: worldOfSet(folder) }));
    return realism;
  });
  const hidden = options.secretFile !== undefined;
  if (hidden) process.stderr.write(`${say("report.hidden")}\n`);
  const file = resolve(options.out);
  writeFileSync(file, html(language), { mode: hidden ? 0o600 : 0o644 });
  return say("report.done", { file, judged, close });
}

/** Adds `vigie data report`. */
export function addDataReport({ command, print, ...voice }: DataGroup): void {
  const { say } = voice;
  addSizeOptions(addSeedOptions(command("report", "about.data.report").argument("<folder | dataset>"), say), voice)
    .option("--out <file>", say("option.reportOut"), "report.html")
    .action(async (name: string, options: ReportOptions) => print(await report(name, options, voice)));
}
