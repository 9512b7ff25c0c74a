/** `vigie receipts`: takes the receipts of a site out, and puts those of several together. */
import { existsSync } from "node:fs";
import Table from "cli-table3";
import type { Command } from "commander";
import { mergeReceipts, ReceiptFile, type MergeProblem, type NamedFile } from "@vigie/judge";
import { formatScore, inert } from "@vigie/report";
import { canonicalJson, type Language } from "@vigie/spec";
import { loadJson } from "@vigie/spec/node";
import { writeWhole } from "../event/write-file.ts";
import { CommandFailure } from "../failure.ts";
import type { Say } from "../say.ts";
import { ask, bearer, readCredentials } from "../server-client.ts";

interface Speaking {
  readonly language: Language;
  readonly say: Say;
  readonly print: (line: string) => void;
  readonly end: (code: number) => void;
}

async function exportReceipts(challenge: string, out: string, { language, say, print }: Speaking): Promise<void> {
  const credentials = readCredentials(say);
  const path = `/api/v1/challenges/${encodeURIComponent(challenge)}/receipts`;
  const content = await ask(credentials.url, path, { headers: bearer(credentials, language) }, ReceiptFile, say);
  await writeWhole(out, `${canonicalJson(content)}\n`);
  print(say("receipts.exported", { runs: content.runs.length, file: out }));
}

function sentence(problem: MergeProblem, say: Say): string {
  const { code, file, submission, split, field, expected, found } = problem;
  const words = { file, submission, split, field, expected: expected.slice(0, 200), found: found.slice(0, 200) };
  switch (code) {
    case "bad-signature":
      return say("receipts.badSignature", words);
    case "unknown-key":
      return say("receipts.unknownKey", words);
    case "other-version":
      return say("receipts.otherVersion", words);
    case "conflict":
      return say("receipts.conflict", words);
  }
}

/** The best public score of each team that was judged anywhere; baselines stand among them. */
function bestTable({ runs }: ReceiptFile, language: Language, say: Say): string {
  const best = new Map<string, number>();
  for (const { team, signed } of runs) {
    const { split, score } = signed.receipt;
    if (split === "public" && score !== null) best.set(team, Math.max(best.get(team) ?? 0, score.points));
  }
  const table = new Table({ head: [say("receipts.team"), say("status.public")], style: { head: [], border: [] } });
  const rows = [...best].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  for (const [team, points] of rows) table.push([inert(team), formatScore(language, points, 0)]);
  return table.toString();
}

/** @returns 0, or 1 where something is wrong: then `into` is as it was. */
export async function mergeFiles(
  files: readonly string[],
  { into, key }: { readonly into: string; readonly key: readonly string[] },
  { language, say, print }: Omit<Speaking, "end">,
): Promise<number> {
  if (key.length === 0) throw new CommandFailure(say("receipts.noKey"), 2);
  const before: NamedFile[] = existsSync(into) ? [{ name: into, content: loadJson(ReceiptFile, into) }] : [];
  const coming = files.map((name): NamedFile => ({ name, content: loadJson(ReceiptFile, name) }));
  const merged = mergeReceipts([...before, ...coming], new Set(key));
  if (merged.kind === "refused") {
    for (const problem of merged.problems.slice(0, 20)) print(inert(sentence(problem, say)));
    print(say("receipts.refused", { problems: merged.problems.length, file: into }));
    return 1;
  }
  await writeWhole(into, `${canonicalJson(merged.content)}\n`);
  const all = merged.content.runs.length;
  print(say("receipts.merged", { added: all - (before[0]?.content.runs.length ?? 0), all, file: into }));
  print(bestTable(merged.content, language, say));
  return 0;
}

/** Adds `export` and `merge`. */
export function addReceipts(receipts: Command, speaking: Speaking): void {
  const { say, end } = speaking;
  receipts
    .command("export")
    .description(say("about.receiptsExport"))
    .argument("[challenge]", "", "follow-the-money")
    .option("--lang <lang>", say("option.lang"))
    .requiredOption("--out <file>", say("option.receiptsOut"))
    .action((challenge: string, { out }: { out: string }) => exportReceipts(challenge, out, speaking));
  receipts
    .command("merge")
    .description(say("about.receiptsMerge"))
    .argument("<files...>")
    .option("--lang <lang>", say("option.lang"))
    .requiredOption("--into <file>", say("option.receiptsInto"))
    .option("--key <base64...>", say("option.receiptsKey"), [])
    .action(async (files: string[], options: { into: string; key: string[] }) => end(await mergeFiles(files, options, speaking)));
}
