/** `vigie data make`: a world becomes a test set on disk. */
import { resolve } from "node:path";
import type { Language } from "@vigie/spec";
import { readDigest, tableRows } from "@vigie/testset";
import { addSeedOptions } from "../data-seed.ts";
import { makeNamed, type NamedOptions } from "../make-named.ts";
import type { Say } from "../say.ts";
import type { DataGroup } from "./data.ts";

interface MakeOptions extends NamedOptions {
  readonly out: string;
  readonly json: boolean;
}

/** What was made, as `--json` prints it. */
interface Made {
  readonly dataset: string;
  readonly version: string;
  readonly split: string;
  readonly accounts: number;
  readonly folder: string;
  /** By table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** One digest over inputs and one over labels, as in `checksums.json`. */
  readonly checksums: { readonly inputs: string; readonly labels: string };
  readonly seconds: number;
}

/**
 * Makes a test set of the challenge that goes by `name`, on the dataset of that challenge.
 * @throws CommandFailure for an unknown name, a number out of range, a missing secret, a folder in the way or a full disk.
 */
async function makeData(name: string, options: MakeOptions, say: Say): Promise<Made> {
  const folder = resolve(options.out);
  const start = performance.now();
  const { challenge, accounts } = await makeNamed(name, options, folder, say);
  const seconds = Math.round(performance.now() - start) / 1000;
  const { files, inputsDigest, labelsDigest } = readDigest(folder);
  return {
    dataset: challenge.dataset.id,
    version: challenge.dataset.version,
    split: options.split,
    accounts,
    folder,
    rows: tableRows(folder),
    bytes: Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0),
    checksums: { inputs: inputsDigest, labels: labelsDigest },
    seconds,
  };
}

function sentences({ folder, rows, bytes, checksums, seconds }: Made, language: Language, say: Say): string {
  const locale = `${language}-CA`;
  const count = new Intl.NumberFormat(locale);
  const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const lines: (readonly [string, string])[] = [
    ...Object.entries(rows).map(([table, number]) => [`${table}, ${say("data.rows")}`, count.format(number)] as const),
    [say("data.bytes"), count.format(bytes)],
    [say("data.inputs"), checksums.inputs],
    [say("data.labels"), checksums.labels],
    [say("data.time"), say("data.seconds", { seconds: short.format(seconds) })],
  ];
  const width = Math.max(...lines.map(([what]) => what.length));
  return [say("data.made", { folder }), ...lines.map(([what, value]) => `  ${what.padEnd(width)}  ${value}`)].join("\n");
}

/** Adds `vigie data make`. */
export function addDataMake({ command, language, say, print }: DataGroup): void {
  addSeedOptions(command("make", "about.data.make").argument("<dataset>"), say)
    .option("--accounts <number>", say("option.accounts"))
    .option("--workers <number>", say("option.workers"))
    .requiredOption("--out <folder>", say("option.out"))
    .option("--json", say("option.json"), false)
    .action(async (name: string, options: MakeOptions) => {
      const made = await makeData(name, options, say);
      print(options.json ? JSON.stringify(made, null, 2) : sentences(made, language, say));
    });
}
