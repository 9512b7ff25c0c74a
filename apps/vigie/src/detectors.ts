/** The detectors that come with a challenge: its starters, and its examples in folders that are named for their verdicts. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { VERDICTS, type Verdict } from "@vigie/spec";
import { packFolder } from "@vigie/store/archive";
import { sourceFiles } from "./project.ts";

export interface Detector {
  /** `accepted/one-rule`, below the challenge's folder. */
  readonly name: string;
  readonly expected: Verdict;
  readonly folder: string;
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** Each example of a challenge's folder. */
export function examplesIn(folder: string): Detector[] {
  const submissions = join(folder, "submissions");
  return VERDICTS.flatMap((expected) => {
    const shelf = expected.replaceAll("_", "-");
    return foldersIn(join(submissions, shelf)).map((name) => {
      return { name: `${shelf}/${name}`, expected, folder: join(submissions, shelf, name) };
    });
  });
}

/** Good, failing and middling ones by turns. */
export function detectorsIn(folder: string): Detector[] {
  const examples = examplesIn(folder);
  const starters = foldersIn(join(folder, "starters")).map((name): Detector => {
    return { name: `starters/${name}`, expected: "accepted", folder: join(folder, "starters", name) };
  });
  const good = [...examples.filter(({ expected }) => expected === "accepted"), ...starters];
  const failing = examples.filter(({ expected }) => expected !== "accepted");
  return good.flatMap((one, i) => (i < failing.length ? [one, failing[i]] : [one])).concat(failing.slice(good.length));
}

/** The bytes that a team would send. */
export function archiveOf({ folder }: Detector): Promise<Uint8Array> {
  return packFolder(folder, sourceFiles(folder));
}
