/** `vigie data`: what there is to do with test sets. Each subcommand is a file beside this one, and a line in SUBCOMMANDS. */
import { Option, type Command } from "commander";
import type { MessageKey } from "../say.ts";
import { addDataAudit } from "./data-audit.ts";
import type { DataGroup } from "./data-group.ts";
import { addDataImport } from "./data-import.ts";
import { addDataMake } from "./data-make.ts";
import { addDataReport } from "./data-report.ts";

const SUBCOMMANDS: readonly ((group: DataGroup) => void)[] = [addDataAudit, addDataImport, addDataMake, addDataReport];

/** Adds `vigie data` and its subcommands. */
export function addData(data: Command, means: Omit<DataGroup, "command">): void {
  const { say } = means;
  const command = (name: string, about: MessageKey): Command =>
    data
      .command(name)
      .description(say(about))
      .addOption(new Option("--lang <lang>", say("option.lang")).choices(["en", "fr"]));
  for (const add of SUBCOMMANDS) add({ ...means, command });
}
