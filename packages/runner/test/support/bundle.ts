import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The bundler's own program: Go, without shared libraries. */
export const esbuildBinary = createRequire(import.meta.url).resolve(`@esbuild/${process.platform}-${process.arch}/bin/esbuild`);

/** One file that needs nothing of the clone, which another account may not be able to read. */
export function bundleDriver(name: string, outfile: string): void {
  const entry = join(import.meta.dirname, name);
  const run = spawnSync(
    esbuildBinary,
    [entry, "--bundle", "--platform=node", "--format=esm", `--outfile=${outfile}`, "--log-level=error"],
    { encoding: "utf8" },
  );
  if (run.status !== 0) throw new Error(`esbuild ${name}: ${run.stderr}`);
}
