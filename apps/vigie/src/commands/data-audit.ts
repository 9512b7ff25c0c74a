/** `vigie data audit`: attacks a test set as a cheat would; the exit code is 1 where it leaks. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { auditLeaks, openAuditSet, type LeakAudit } from "@vigie/audit";
import type { Language } from "@vigie/spec";
import { auditSentence, auditTable } from "../audit-table.ts";
import { addSeedOptions } from "../data-seed.ts";
import { CommandFailure } from "../failure.ts";
import { makeNamed, type NamedOptions } from "../make-named.ts";
import { startBar } from "../progress.ts";
import type { Say } from "../say.ts";
import type { DataGroup } from "./data.ts";

interface AuditOptions extends NamedOptions {
  readonly json: boolean;
}

interface Audited {
  readonly audit: LeakAudit;
  /** Whether the split hangs on a secret that is in service. */
  readonly live: boolean;
}

const EVENT_SECRET = "event-secret";

/** Whether a folder is a hidden split of an event: it lies below the event's secret and is not the practice split. */
function isLive(folder: string): boolean {
  if (basename(folder).includes("_practice_")) return false;
  for (let at = folder; dirname(at) !== at; at = dirname(at)) if (existsSync(join(at, EVENT_SECRET))) return true;
  return false;
}

function attack(folder: string, say: Say): LeakAudit {
  const bar = startBar(say("audit.running"));
  try {
    return auditLeaks(openAuditSet(folder), { onProgress: bar.update });
  } finally {
    bar.done();
  }
}

async function auditMade(name: string, options: AuditOptions, say: Say): Promise<Audited> {
  const scratch = mkdtempSync(join(tmpdir(), "vigie-audit-"));
  const folder = join(scratch, "testset");
  try {
    await makeNamed(name, options, folder, say);
    return { audit: attack(folder, say), live: options.split !== "practice" && options.testSecret !== true };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function auditFolder(folder: string, options: AuditOptions, say: Say): Audited {
  const idle = ["accounts", "seed", "secretFile", "locked", "testSecret"].find((name) => name in options);
  if (idle !== undefined) {
    const option = `--${idle.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new CommandFailure(say("audit.inFolder", { option, folder }), 2);
  }
  return { audit: attack(folder, say), live: isLive(folder) };
}

function told({ audit, live }: Audited, json: boolean, language: Language, say: Say): string {
  if (live && json) return JSON.stringify({ passed: audit.passed });
  if (live) return `${auditSentence(audit, language, say)}\n${say("audit.hidden")}`;
  return json ? JSON.stringify(audit, null, 2) : auditTable(audit, language, say);
}

/** Adds `vigie data audit`. */
export function addDataAudit({ command, language, say, print, end }: DataGroup): void {
  addSeedOptions(command("audit", "about.data.audit").argument("<folder | dataset>"), say)
    .option("--accounts <number>", say("option.accounts"))
    .option("--json", say("option.json"), false)
    .action(async (name: string, options: AuditOptions) => {
      const folder = resolve(name);
      const isFolder = existsSync(join(folder, "inputs"));
      const audited = isFolder ? auditFolder(folder, options, say) : await auditMade(name, options, say);
      print(told(audited, options.json, language, say));
      end(audited.audit.passed ? 0 : 1);
    });
}
