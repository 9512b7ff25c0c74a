/** Where this installation's parts lie: in a clone (`apps/vigie/dist`), or side by side in an unpacked kit. */
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { basename, join, resolve } from "node:path";
import process from "node:process";
import type { Installation } from "@vigie/judge";

/** Put in by the bundler: by world, the digest of the sources that shape a test set's bytes. Absent where the sources run as they are. */
declare const VIGIE_GENERATORS: Readonly<Record<string, string>> | undefined;
/** The same of the sources that shape a verdict. */
declare const VIGIE_JUDGE: string | undefined;

/** Folder of the bundle that runs. */
const here = import.meta.dirname;

function firstThere(...candidates: readonly string[]): string {
  return candidates.find(existsSync) ?? candidates[0];
}

function bundlerBinary(): string | null {
  const file = process.platform === "win32" ? "esbuild.exe" : "bin/esbuild";
  try {
    return createRequire(import.meta.url).resolve(`@esbuild/${process.platform}-${process.arch}/${file}`);
  } catch {
    return null;
  }
}

const OUR_CHALLENGES = firstThere(join(here, "challenges"), resolve(here, "../../../challenges"));

/** What the judge runs with here. */
export function findInstallation(): Installation {
  const threadFile = join(here, "testset-thread.mjs");
  const rankingFile = join(here, "ranking-thread.mjs");
  return {
    ...(existsSync(threadFile) && { threadFile }),
    ...(existsSync(rankingFile) && { rankingFile }),
    sdkDir: join(here, "sdk"),
    datasetsDir: firstThere(join(here, "datasets"), resolve(here, "../../../datasets")),
    bundlerBinary: bundlerBinary(),
    generators: typeof VIGIE_GENERATORS === "object" ? VIGIE_GENERATORS : {},
    judge: typeof VIGIE_JUDGE === "string" ? VIGIE_JUDGE : "development",
  };
}

export const JUDGE_CHILD = join(here, "judge-child.mjs");
export const DRY_RUN_CHILD = join(here, "dry-run-child.mjs");
export const ASSETS_DIR = join(here, "assets");
export const BUNDLE_DIR = here;

const isChallenge = (folder: string): boolean => existsSync(join(folder, "challenge.json"));

/** A folder of challenges, or a challenge's own. */
export function challengesIn(shelf: string): string[] {
  if (isChallenge(shelf)) return [shelf];
  return readdirSync(shelf)
    .map((name) => join(shelf, name))
    .filter(isChallenge);
}

/** Folder of challenges that lie elsewhere: VIGIE_CHALLENGES_DIR, or what `--challenges` named. */
export function outsideChallenges(): string | null {
  const named = process.env["VIGIE_CHALLENGES_DIR"];
  return named ? resolve(named) : null;
}

/** The folder of each challenge that there is, by its id, which is the folder's name: ours, then those that lie elsewhere. */
export function challengeFolders(): ReadonlyMap<string, string> {
  const outside = outsideChallenges();
  const folders = [OUR_CHALLENGES, ...(outside === null ? [] : [outside])].flatMap(challengesIn);
  return new Map(folders.map((folder) => [basename(folder), folder]));
}

/** Where generated practice data are kept between commands. */
export function cacheDir(): string {
  const own = process.env["VIGIE_CACHE_DIR"];
  if (own) return own;
  if (process.platform === "win32" && process.env["LOCALAPPDATA"]) return join(process.env["LOCALAPPDATA"], "vigie");
  return join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "vigie");
}

/** Where the token of `vigie login` is kept. */
export function credentialsFile(): string {
  return join(process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config"), "vigie", "credentials.json");
}
