/** What goes into the kit: single files that Node alone can run. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { makeKit, type KitPart } from "@vigie/judge";
import { BUNDLE_DIR, challengeFolders, findInstallation } from "./places.ts";

function kitParts(): KitPart[] {
  const { sdkDir, datasetsDir } = findInstallation();
  const bundler = dirname(createRequire(import.meta.url).resolve("esbuild-wasm/package.json"));
  const wasm = ["bin/esbuild", "esbuild.wasm", "wasm_exec.js", "wasm_exec_node.js", "package.json"];
  const sdk = readdirSync(sdkDir).map((name) => ({ from: join(sdkDir, name), as: `sdk/${name}` }));
  return [
    { from: join(BUNDLE_DIR, "kit-entry.mjs"), as: "vigie.mjs" },
    { from: join(BUNDLE_DIR, "vigie.mjs"), as: "cli.mjs" },
    { from: join(BUNDLE_DIR, "testset-thread.mjs"), as: "testset-thread.mjs" },
    ...sdk,
    ...wasm.map((name) => ({ from: join(bundler, name), as: `sdk/esbuild/${name}` })),
    ...[...challengeFolders()].map(([id, folder]) => ({ from: folder, as: `challenges/${id}` })),
    { from: datasetsDir, as: "datasets" },
  ];
}

/**
 * The kit in `file`, made when it is first asked for: anew at each start, for it must be this version's, and again after a
 * failure. `judgePage` says what this event's judge offers.
 */
export function kitAt(file: string, judgePage: () => Promise<string>): () => Promise<{ path: string }> {
  let made: Promise<void> | null = null;
  const make = async (): Promise<void> => {
    rmSync(file, { force: true });
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const page = join(dirname(file), "judge.md");
    writeFileSync(page, await judgePage());
    await makeKit([...kitParts(), { from: page, as: "JUDGE.md" }], file);
  };
  return async () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    await made;
    return { path: file };
  };
}
