/** `vigie data import`: other people's data become a test set on disk. */
import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { inert } from "@vigie/report";
import { SpecError } from "@vigie/spec";
import {
  BAD_ROW_KINDS,
  openColumnMap,
  TooManyBadRows,
  type BadRow,
  type BadRows,
  type ColumnMap,
  type ImportReport,
} from "@vigie/testset";
import { CommandFailure } from "../failure.ts";
import { findInstallation } from "../places.ts";
import { startBar } from "../progress.ts";
import type { MessageKey, Say, Voice } from "../say.ts";
import type { DataGroup } from "./data-group.ts";

interface ImportOptions {
  readonly map: string;
  readonly patterns?: string;
  readonly accountsFile?: string;
  readonly out: string;
  readonly id?: string;
  readonly seed: string;
  readonly badShare: string;
  readonly json: boolean;
}

/** Rings that a hidden split should have at least, for its intervals to hold what they say. */
export const ENOUGH_RINGS = 40;
const LARGE_RING = 0.2;
/** What is told of an import, in this order. */
const COUNTS = ["transfers", "transactions", "accounts", "positives", "rings"] as const;

/** The map that comes with Vigie under that name, or the file. */
function mapOf(name: string, say: Say): ColumnMap {
  const maps = join(findInstallation().datasetsDir, "import-maps");
  const known = readdirSync(maps)
    .filter((file) => file.endsWith(".json"))
    .map((file) => basename(file, ".json"));
  if (known.includes(name)) return openColumnMap(join(maps, `${name}.json`));
  if (!existsSync(name)) throw new CommandFailure(say("import.noMap", { name, known: known.join(", ") }), 2);
  return openColumnMap(name);
}

function shareOf(text: string, say: Say): number {
  const share = /^\d(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (share <= 1) return share;
  throw new CommandFailure(say("import.badShare", { found: text }), 2);
}

function idOf(id: string, say: Say): string {
  if (/^[a-z][a-z0-9-]{1,63}$/.test(id)) return id;
  throw new CommandFailure(say("import.badId", { found: id }), 2);
}

function badRowSentence({ file, line, column, kind, expected, found }: BadRow, say: Say): string {
  const values = { expected, found: inert(found), column: column ?? "" };
  const where = say(column === null ? "import.line" : "import.cell", { file: basename(file), line, column: column ?? "" });
  const key: MessageKey = `import.bad.${kind}`;
  return `  ${where} ${say(key, values)}`;
}

/** Where the bad rows are, and how many of each kind. */
function badSentences(bad: BadRows, { language, say }: Voice): string[] {
  if (bad.total === 0) return [];
  const count = new Intl.NumberFormat(`${language}-CA`);
  const kinds = BAD_ROW_KINDS.flatMap((kind) => {
    const number = bad.byKind[kind];
    return number === undefined ? [] : [`  ${say(`import.kind.${kind}`)}${say("import.colon")} ${count.format(number)}`];
  });
  const first = bad.first.map((row) => badRowSentence(row, say));
  return [say("import.kinds"), ...kinds, say("import.first", { count: first.length }), ...first];
}

function refusal(error: unknown, options: ImportOptions, voice: Voice): unknown {
  const { language, say } = voice;
  if (error instanceof TooManyBadRows) {
    const percent = new Intl.NumberFormat(`${language}-CA`, { style: "percent", maximumSignificantDigits: 2 });
    const values = { bad: error.bad.total, rows: error.rows, most: percent.format(Number(options.badShare)) };
    return new CommandFailure([say("import.tooMany", values), ...badSentences(error.bad, voice)].join("\n"));
  }
  if (!(error instanceof SpecError)) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT" && "path" in error;
    return missing ? new CommandFailure(say("import.noFile", { file: String(error.path) }), 2) : error;
  }
  const [{ file, found }] = error.problems;
  if (error.code === "exists") return new CommandFailure(say("data.exists", { folder: resolve(options.out) }), 2);
  if (error.code === "disk-full") return new CommandFailure(say("data.full", { folder: resolve(options.out) }));
  if (error.code === "nothing-to-find") return new CommandFailure(say("import.nothing", { file }));
  if (error.code === "no-accounts-map") return new CommandFailure(say("import.noAccounts", { map: file }), 2);
  if (error.code === "foreign-patterns") return new CommandFailure(say("import.patterns", { file }), 2);
  if (error.code !== "bad-header") return error;
  const missing = [...new Set(error.problems.map(({ pointer }) => pointer.slice(1)))].filter((column) => column !== "");
  if (missing.length === 0) return new CommandFailure(say("import.emptyFile", { file }), 2);
  return new CommandFailure(say("import.header", { file, missing: missing.join(", "), found: inert(found) }), 2);
}

function summary({ counts, bad, digest }: ImportReport, folder: string, voice: Voice): string {
  const { language, say } = voice;
  const { positives, rings, largestRing } = counts;
  const count = new Intl.NumberFormat(`${language}-CA`);
  const lines: (readonly [MessageKey, string])[] = [
    ...COUNTS.map((key) => [`import.${key}`, count.format(counts[key])] as const),
    ["import.badRows", count.format(bad.total)],
    ["data.inputs", digest.inputsDigest],
    ["data.labels", digest.labelsDigest],
  ];
  const width = Math.max(...lines.map(([key]) => say(key).length));
  return [
    say("data.made", { folder }),
    ...lines.map(([key, value]) => `  ${say(key).padEnd(width)}  ${value}`),
    ...badSentences(bad, voice),
    say("import.unknown"),
    ...(rings < ENOUGH_RINGS ? [say("import.fewRings", { rings, enough: ENOUGH_RINGS })] : []),
    ...(largestRing > LARGE_RING * positives ? [say("import.largeRing", { largest: largestRing, positives })] : []),
  ].join("\n");
}

async function importData(files: readonly string[], options: ImportOptions, voice: Voice) {
  const { say } = voice;
  const map = mapOf(options.map, say);
  const badShare = shareOf(options.badShare, say);
  const meta = { id: idOf(options.id ?? map.id, say), version: "1.0.0", title: map.title, licence: map.licence };
  const folder = resolve(options.out);
  const { patterns, accountsFile, seed } = options;
  const beside = { ...(patterns !== undefined && { patterns }), ...(accountsFile !== undefined && { accounts: accountsFile }) };
  const bar = startBar(say("import.reading", { files: files.map((file) => basename(file)).join(", ") }));
  try {
    const report = await map.importSet({ files, beside, folder, meta, seed, badShare, onProgress: bar.update });
    return { folder, report };
  } catch (error) {
    throw refusal(error, options, voice);
  } finally {
    bar.done();
  }
}

function asJson({ counts, bad, digest }: ImportReport, folder: string): string {
  const { inputsDigest, labelsDigest } = digest;
  return JSON.stringify(
    {
      folder,
      ...counts,
      bad: { total: bad.total, byKind: bad.byKind, first: bad.first },
      checksums: { inputs: inputsDigest, labels: labelsDigest },
    },
    null,
    2,
  );
}

/** Adds `vigie data import`. */
export function addDataImport({ command, print, ...voice }: DataGroup): void {
  const { say } = voice;
  command("import", "about.data.import")
    .argument("<files...>")
    .requiredOption("--map <map>", say("option.map"))
    .option("--patterns <file>", say("option.patterns"))
    .option("--accounts-file <file>", say("option.accountsFile"))
    .requiredOption("--out <folder>", say("option.out"))
    .option("--id <id>", say("option.importId"))
    .option("--seed <text>", say("option.importSeed"), "vigie")
    .option("--bad-share <share>", say("option.badShare"), "0.01")
    .option("--json", say("option.json"), false)
    .action(async (files: string[], options: ImportOptions) => {
      const { folder, report } = await importData(files, options, voice);
      print(options.json ? asJson(report, folder) : summary(report, folder, voice));
    });
}
