/** Where this installation's parts lie: in a clone (`apps/vigie/dist`), or side by side in an unpacked kit. */
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import type { Installation } from "@vigie/judge";

/** Put in by the bundler: the digest of the sources that shape a test set's bytes. Absent where the sources run as they are. */
declare const VIGIE_GENERATOR: string | undefined;
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

export const CHALLENGES_DIR = firstThere(join(here, "challenges"), resolve(here, "../../../challenges"));

/** What the judge runs with here. */
export function findInstallation(): Installation {
  const threadFile = join(here, "testset-thread.mjs");
  return {
    ...(existsSync(threadFile) && { threadFile }),
    sdkDir: join(here, "sdk"),
    challengesDir: CHALLENGES_DIR,
    datasetsDir: firstThere(join(here, "datasets"), resolve(here, "../../../datasets")),
    bundlerBinary: bundlerBinary(),
    generator: typeof VIGIE_GENERATOR === "string" ? VIGIE_GENERATOR : "development",
    judge: typeof VIGIE_JUDGE === "string" ? VIGIE_JUDGE : "development",
  };
}

export const JUDGE_CHILD = join(here, "judge-child.mjs");
export const ASSETS_DIR = join(here, "assets");
export const BUNDLE_DIR = here;

export function knownChallenges(): string[] {
  return readdirSync(CHALLENGES_DIR).filter((name) => existsSync(join(CHALLENGES_DIR, name, "challenge.json")));
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
