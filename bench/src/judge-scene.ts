/** What benchmarks of the judge share: this clone's installation, challenge and sandbox, and detectors to judge. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Installation } from "@vigie/judge";
import { openSandbox, type Sandbox } from "@vigie/runner";
import type { SubmissionManifest } from "@vigie/spec";

const ROOT = join(import.meta.dirname, "..", "..");
export const DIST = join(ROOT, "apps/vigie/dist");
export const CHALLENGE_DIR = join(ROOT, "challenges/follow-the-money");

export const NOTHING = `import { defineDetector } from "@vigie/sdk";\nexport default defineDetector(() => null);\n`;

/** A detector that goes over its rows `times` times. */
export function busyDetector(times: number): string {
  return `import { alert, defineDetector } from "@vigie/sdk";
export default defineDetector((account) => {
  let sum = 0;
  for (let i = 0; i < ${times}; i++) sum += account.transactions.filter((t) => t.amountCents > 100 * i).length;
  return alert({ score: (sum % 1000) / 1000 });
});
`;
}

/** @throws Error where nothing is bundled. */
export function benchInstallation(): Installation {
  if (!existsSync(join(DIST, "sdk/run.mjs"))) throw new Error("expected the bundles of `npm ci` in apps/vigie/dist; found none");
  const binary = createRequire(import.meta.url).resolve(`@esbuild/${process.platform}-${process.arch}/bin/esbuild`);
  const datasetsDir = join(ROOT, "datasets");
  return { sdkDir: join(DIST, "sdk"), datasetsDir, bundlerBinary: binary, generators: {}, judge: "bench" };
}

/** @throws Error where this machine has no sandbox. */
export async function benchSandbox(): Promise<Sandbox> {
  const opened = await openSandbox("auto");
  if (opened.kind === "missing") throw new Error(`no sandbox on this machine: ${opened.missing.detail}`);
  return opened.sandbox;
}

/** A submission of one source file. */
export function writeSubmission(folder: string, source: string, protocol: SubmissionManifest["protocol"] = "sdk"): void {
  mkdirSync(folder, { recursive: true });
  const manifest = { challenge: "follow-the-money", language: "typescript", entry: "detector.ts", protocol };
  writeFileSync(join(folder, "vigie.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "detector.ts"), source);
}
