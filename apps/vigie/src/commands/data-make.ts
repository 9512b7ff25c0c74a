/** `vigie data make`: a world becomes a test set on disk. */
import { resolve } from "node:path";
import type { WorldSize } from "@vigie/spec";
import { readDigest, tableRows } from "@vigie/testset";
import { addSeedOptions } from "../data-seed.ts";
import { makeNamed, type NamedOptions } from "../make-named.ts";
import type { Voice } from "../say.ts";
import { addSizeOptions } from "../size-options.ts";
import type { DataGroup } from "./data-group.ts";

interface MakeOptions extends NamedOptions {
  readonly out: string;
  readonly json: boolean;
}

/** What was made. */
interface Made {
  readonly dataset: string;
  readonly version: string;
  readonly split: string;
  readonly size: WorldSize;
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
async function makeData(name: string, options: MakeOptions, voice: Voice): Promise<Made> {
  const folder = resolve(options.out);
  const start = performance.now();
  const { challenge, size } = await makeNamed(name, options, folder, voice);
  const seconds = Math.round(performance.now() - start) / 1000;
  const { files, inputsDigest, labelsDigest } = readDigest(folder);
  return {
    dataset: challenge.dataset.id,
    version: challenge.dataset.version,
    split: options.split,
    size,
    folder,
    rows: tableRows(folder),
    bytes: Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0),
    checksums: { inputs: inputsDigest, labels: labelsDigest },
    seconds,
  };
}

function sentences({ folder, rows, bytes, checksums, seconds }: Made, { language, say }: Voice): string {
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

function asJson({ dataset, version, split, size, ...made }: Made): string {
  return JSON.stringify({ dataset, version, split, ...size, ...made }, null, 2);
}

/** Adds `vigie data make`. */
export function addDataMake({ command, print, ...voice }: DataGroup): void {
  const { say } = voice;
  addSizeOptions(addSeedOptions(command("make", "about.data.make").argument("<dataset>"), say), voice)
    .option("--workers <number>", say("option.workers"))
    .requiredOption("--out <folder>", say("option.out"))
    .option("--json", say("option.json"), false)
    .action(async (name: string, options: MakeOptions) => {
      const made = await makeData(name, options, voice);
      print(options.json ? asJson(made) : sentences(made, voice));
    });
}
