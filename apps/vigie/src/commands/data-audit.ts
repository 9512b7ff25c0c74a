/**
 * `vigie data audit`: attacks a test set as a cheat would, and with `--against` holds it against another split; the exit
 * code is 1 where it leaks.
 */
import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { auditAcross, auditLeaks, openAuditSet, type AuditWords, type LeakAudit } from "@vigie/audit";
import { splitName } from "@vigie/report";
import { SPLITS, type BilingualText, type Split } from "@vigie/spec";
import { acrossTable, auditSentence, auditTable } from "../audit-table.ts";
import { addSeedOptions, SEED_OPTIONS } from "../data-seed.ts";
import { CommandFailure } from "../failure.ts";
import { readNamed, type NamedOptions } from "../make-named.ts";
import { startBar } from "../progress.ts";
import type { Say, Voice } from "../say.ts";
import { addSizeOptions } from "../size-options.ts";
import { isTestset, withTestset } from "../with-testset.ts";
import type { DataGroup } from "./data-group.ts";

interface AuditOptions extends NamedOptions {
  readonly against?: string;
  readonly json: boolean;
}

interface Audited {
  readonly words: AuditWords;
  readonly audit: LeakAudit;
  /** Against the other split; null where none was named. */
  readonly across: LeakAudit | null;
  /** Whether a split hangs on a secret that is in service. */
  readonly live: boolean;
}

const EVENT_SECRET = "event-secret";

/** Whether a folder is a hidden split of an event: it lies below the event's secret and is not the practice split. */
function isLive(folder: string): boolean {
  if (basename(folder).includes("_practice_")) return false;
  for (let at = folder; dirname(at) !== at; at = dirname(at)) if (existsSync(join(at, EVENT_SECRET))) return true;
  return false;
}

/** One test set to audit: a folder, or a split of a dataset. */
interface Wanted {
  readonly name: string;
  readonly options: NamedOptions;
  readonly shown: BilingualText;
}

function wanted(name: string, options: NamedOptions): Wanted {
  const { split } = options;
  const shown = isTestset(resolve(name)) ? { en: name, fr: name } : { en: splitName("en", split), fr: splitName("fr", split) };
  return { name, options, shown };
}

/** The options of one split, without what is meant for the other one. */
function optionsOf(split: Split, other: Split, options: NamedOptions): NamedOptions {
  const foreign = SEED_OPTIONS.filter(({ splits }) => splits.includes(other) && !splits.includes(split)).map(({ name }) => name);
  const own = Object.entries(options).filter(([option]) => !foreign.some((name) => name === option));
  return { ...Object.fromEntries(own), split };
}

function isSplit(text: string): text is Split {
  return SPLITS.some((split) => split === text);
}

/** The set itself, and the one that it is held against. @throws CommandFailure where the latter is neither a split nor a folder. */
function bothWanted(
  name: string,
  against: string | undefined,
  options: NamedOptions,
  say: Say,
): readonly [Wanted, Wanted | null] {
  if (against === undefined) return [wanted(name, options), null];
  if (isTestset(resolve(against))) return [wanted(name, options), wanted(against, { split: "practice" })];
  if (!isSplit(against)) throw new CommandFailure(say("audit.noAgainst", { against, splits: SPLITS.join(", ") }), 2);
  if (isTestset(resolve(name))) throw new CommandFailure(say("audit.splitOfFolder", { against, folder: name }), 2);
  const { split } = options;
  return [wanted(name, optionsOf(split, against, options)), wanted(name, optionsOf(against, split, options))];
}

function withBar<T>(label: string, work: (onProgress: (share: number) => void) => T): T {
  const bar = startBar(label);
  try {
    return work(bar.update);
  } finally {
    bar.done();
  }
}

function hangsOnLiveSecret({ name, options }: Wanted, folder: string): boolean {
  if (isTestset(resolve(name))) return isLive(folder);
  return options.split !== "practice" && options.testSecret !== true;
}

async function audited(name: string, against: string | undefined, options: NamedOptions, voice: Voice): Promise<Audited> {
  const { say } = voice;
  const [own, other] = bothWanted(name, against, options, say);
  // what is wrong with the second is said before the first is made and attacked
  if (other !== null && !isTestset(resolve(other.name))) readNamed(other.name, other.options, say);
  return await withTestset(own.name, own.options, voice, async (folder) => {
    const set = openAuditSet(folder);
    const audit = withBar(say("audit.running"), (onProgress) => auditLeaks(set, { onProgress }));
    const live = hangsOnLiveSecret(own, folder);
    const { words, world } = set;
    if (other === null) return { words, audit, across: null, live };
    return await withTestset(other.name, other.options, voice, (second) => {
      const against = openAuditSet(second);
      if (against.world !== world) {
        const named = { name: own.name, world, against: other.name, other: against.world };
        throw new CommandFailure(say("audit.otherWorld", named), 2);
      }
      const sets = [
        { name: own.shown, set },
        { name: other.shown, set: against },
      ] as const;
      const across = withBar(say("audit.runningAcross"), (onProgress) => auditAcross(...sets, { onProgress }));
      return { words, audit, across, live: live || hangsOnLiveSecret(other, second) };
    });
  });
}

function told({ words, audit, across, live }: Audited, json: boolean, voice: Voice): string {
  const passed = audit.passed && across?.passed !== false;
  if (live && json) return JSON.stringify({ passed });
  if (live) return `${auditSentence(passed, words, voice)}\n${voice.say("audit.hidden")}`;
  if (json) return JSON.stringify({ ...audit, passed, ...(across !== null && { across }) }, null, 2);
  return [auditTable(audit, words, voice), ...(across === null ? [] : ["", acrossTable(across, words, voice)])].join("\n");
}

/** Adds `vigie data audit`. */
export function addDataAudit({ command, print, end, ...voice }: DataGroup): void {
  const { say } = voice;
  addSizeOptions(addSeedOptions(command("audit", "about.data.audit").argument("<folder | dataset>"), say), voice)
    .option("--against <folder | split>", say("option.against"))
    .option("--json", say("option.json"), false)
    .action(async (name: string, { against, json, ...options }: AuditOptions) => {
      const found = await audited(name, against, options, voice);
      print(told(found, json, voice));
      end(found.audit.passed && found.across?.passed !== false ? 0 : 1);
    });
}
