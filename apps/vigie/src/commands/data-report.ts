/**
 * `vigie data report`: holds a test set against what is known of such data, on one page of HTML, and tells in the terminal what
 * its world promises; the exit code is 1 where a measure lies outside of its bounds.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import pc from "picocolors";
import { realismOf } from "@vigie/audit";
import { worldOfSet } from "@vigie/testset";
import { addSeedOptions } from "../data-seed.ts";
import { CommandFailure } from "../failure.ts";
import type { NamedOptions } from "../make-named.ts";
import { promiseTable } from "../promise-table.ts";
import type { Voice } from "../say.ts";
import { addSizeOptions } from "../size-options.ts";
import { withTestset } from "../with-testset.ts";
import type { DataGroup } from "./data-group.ts";

interface ReportOptions extends NamedOptions {
  readonly out: string;
}

interface Reported {
  readonly told: string;
  readonly kept: boolean;
}

async function report(name: string, options: ReportOptions, voice: Voice): Promise<Reported> {
  const { language, say } = voice;
  const { judged, close, promises, html } = await withTestset(name, options, voice, (folder) => {
    process.stderr.write(`${say("report.measuring")}\n`);
    const realism = realismOf(folder);
    if (realism === null) throw new CommandFailure(say("report.none", { world: worldOfSet(folder) }));
    return realism;
  });
  const hidden = options.secretFile !== undefined;
  if (hidden) process.stderr.write(`${say("report.hidden")}\n`);
  const file = resolve(options.out);
  writeFileSync(file, html(language), { mode: hidden ? 0o600 : 0o644 });
  const broken = promises.filter(({ within }) => within === false).length;
  const lines = [
    ...(promises.length === 0 || hidden ? [] : [promiseTable(promises, voice)]),
    say("report.done", { file, judged, close }),
    broken === 0 ? pc.green(say("report.kept")) : pc.red(say("report.broken", { count: broken })),
  ];
  return { told: lines.join("\n"), kept: broken === 0 };
}

/** Adds `vigie data report`. */
export function addDataReport({ command, print, end, ...voice }: DataGroup): void {
  const { say } = voice;
  addSizeOptions(addSeedOptions(command("report", "about.data.report").argument("<folder | dataset>"), say), voice)
    .option("--out <file>", say("option.reportOut"), "report.html")
    .action(async (name: string, options: ReportOptions) => {
      const { told, kept } = await report(name, options, voice);
      print(told);
      end(kept ? 0 : 1);
    });
}
