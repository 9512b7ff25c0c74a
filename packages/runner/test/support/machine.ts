import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  openSandbox,
  type Limits,
  type Outcome,
  type Program,
  type RunRequest,
  type Sandbox,
  stageInputs,
  unstageInputs,
} from "../../src/index.ts";

const opened = await openSandbox("bubblewrap");

/** The sandbox of this machine, for `describe.skipIf(sandbox === null)`. */
export const sandbox: Sandbox | null = opened.kind === "ready" ? opened.sandbox : null;
if (opened.kind === "missing") console.log(`no sandbox here: ${opened.missing.reason}: ${opened.missing.detail}`);

export const LIMITS: Limits = { cpuMs: 4000, wallMs: 30_000, memoryMiB: 256, tmpMiB: 8, outputMiB: 1, logKiB: 16 };

export interface Ran {
  readonly outcome: Outcome;
  readonly output: string;
}

const folders: string[] = [];

/** A folder of files, removed after the tests. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync("/tmp/vigie-test-");
  folders.push(folder);
  chmodSync(folder, 0o755); // a judge of another account reads it too
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const stagings: string[] = [];

/** The same, where every run's uid can go. */
export async function stagedFolderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const staged = await stageInputs(folderOf(files));
  stagings.push(staged);
  return staged;
}

export async function removeFolders(): Promise<void> {
  await sandbox?.close();
  for (const staged of stagings.splice(0)) unstageInputs(staged);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

const emptyFolder = folderOf({});

export async function runIn(
  where: Sandbox,
  program: Program,
  args: readonly string[],
  more: Partial<Omit<RunRequest, "limits">> & { limits?: Partial<Limits> } = {},
): Promise<Ran> {
  const chunks: Uint8Array[] = [];
  const outcome = await where.run({
    program,
    args,
    submission: emptyFolder,
    inputs: null,
    sdk: null,
    onOutput: (chunk) => chunks.push(chunk),
    ...more,
    limits: { ...LIMITS, ...more.limits },
  });
  return { outcome, output: Buffer.concat(chunks).toString() };
}

export const js = (source: string, more: Parameters<typeof runIn>[3] = {}) =>
  runIn(sandbox!, { runtime: "node" }, ["-e", source], more);
export const py = (source: string, more: Parameters<typeof runIn>[3] = {}) =>
  runIn(sandbox!, { runtime: "python" }, ["-c", source], more);
