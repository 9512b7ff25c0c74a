/**
 * The bundle of an accepted practice run, kept for the public run of the same submission, which would make it again from the
 * same bytes.
 *
 * Invariants.
 * 1. What is kept is what the bundler printed inside the sandbox, and it is named by all that shapes it: the submission and
 *    the SHA-256 of its archive, the judge's sources, the bundler. Nothing of one submission serves another, were their
 *    archives equal.
 * 2. Whoever takes a bundle takes it away. One that nobody took is removed a day later.
 * 3. It lies in a folder of the judge's account alone, which no run is shown, with its own SHA-256 before it: a file that is
 *    torn, cut or changed by chance counts as none, and then the bundle is made again.
 * 4. That it cannot be kept (a full disk) changes no verdict.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson } from "@vigie/spec";
import type { Installation } from "./installation.ts";

/** Where one submission's bundle is kept from one run to the next. */
export interface BundleKeeper {
  /** The bundle, which is then no longer there; null where there is none that is whole. */
  take(): Uint8Array | null;
  keep(bundle: Uint8Array): void;
}

/** A larger one is made again: what waits for its public run must not fill the disk. */
const MOST_BYTES = 1 << 20;
const DIGEST_BYTES = 32;
const MOST_AGE_MS = 24 * 3_600_000;
const NAME = /^[0-9a-f]{64}(\.[0-9a-f]{16})?$/;

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

function bundlerOf({ bundlerBinary }: Installation): readonly (string | number)[] {
  if (bundlerBinary === null) return [];
  const { size, mtimeMs } = statSync(bundlerBinary);
  return [bundlerBinary, size, mtimeMs];
}

/** Removes what nobody came for. @param now in milliseconds since 1970. */
export function sweepBundles(folder: string, now: number): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder).filter((entry) => NAME.test(entry))) {
    const file = join(folder, name);
    const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (made !== undefined && now - made > MOST_AGE_MS) rmSync(file, { force: true });
  }
}

function readWhole(file: string): Uint8Array | null {
  try {
    const stored = readFileSync(file);
    const bundle = stored.subarray(DIGEST_BYTES);
    return sha256(bundle).equals(stored.subarray(0, DIGEST_BYTES)) ? bundle : null;
  } catch {
    return null;
  }
}

function write(file: string, bundle: Uint8Array): void {
  const draft = `${file}.${randomBytes(8).toString("hex")}`;
  try {
    writeFileSync(draft, Buffer.concat([sha256(bundle), bundle]), { mode: 0o600, flag: "wx" });
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
}

/** Of one submission. @param folder one that `sweepBundles` made. */
export function keptBundle(
  folder: string,
  installation: Installation,
  submission: { readonly id: string; readonly digest: string },
): BundleKeeper {
  const about = [submission.id, submission.digest, installation.judge, ...bundlerOf(installation)];
  const file = join(folder, sha256(Buffer.from(canonicalJson(about))).toString("hex"));
  return {
    take: () => {
      const bundle = readWhole(file);
      rmSync(file, { force: true });
      return bundle;
    },
    keep: (bundle) => {
      if (bundle.length <= MOST_BYTES) write(file, bundle);
    },
  };
}
