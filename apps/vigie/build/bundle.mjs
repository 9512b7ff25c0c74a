// Bundles what a user runs, so that nothing is compiled while they wait: the command line, the server,
// the judge's child process, the threads that help it, and the SDK as a sandbox and a team's folder get it. `npm ci` runs this.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { writeSdkSources } from "./write-sdk-sources.mjs";

const root = resolve(import.meta.dirname, "../../..");

// What shapes a test set's bytes names a world's generator in caches and receipts; what shapes a verdict names the judge.
const GENERATOR = ["packages/sdk/src", "packages/spec/src", "packages/synth/src", "packages/testset/src"];
const JUDGE = ["apps/judge/src", "packages/runner/src", "packages/scoring/src", "packages/sdk/src", "packages/spec/src"];

/** SHA-256 over the sources of some rooms, as far as `counts`. */
function digestOf(rooms, counts = () => true) {
  const hash = createHash("sha256");
  for (const room of rooms) {
    for (const file of readdirSync(join(root, room), { recursive: true }).map(String).sort()) {
      const path = join(root, room, file);
      if (!file.endsWith(".ts") || file.endsWith(".test.ts") || !counts(file) || !statSync(path).isFile()) continue;
      hash.update(`${room}/${file}\n`).update(readFileSync(path));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

/** A digest for each world: what is another world's, or a kind's, shapes none of its bytes. */
function generators() {
  const folders = readdirSync(join(root, "packages/synth/src/worlds"), { withFileTypes: true });
  const worlds = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const isOf = (world) => (file) =>
    !/(^|\/)kinds\//.test(file) && (/(?:^|\/)worlds\/([^/]+)\//.exec(file)?.[1] ?? world) === world;
  return Object.fromEntries(worlds.map((world) => [world, digestOf(GENERATOR, isOf(world))]));
}

/** The server keeps npm's packages where npm put them; our own rooms are bundled. */
const ours = {
  name: "ours",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@vigie/") ? undefined : { path, external: true },
    ),
};

const common = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  legalComments: "none",
  logLevel: "warning",
};
// Some of the libraries are CommonJS and ask for `require`.
const withRequire = {
  js: 'import { createRequire as vigieRequire } from "node:module"; const require = vigieRequire(import.meta.url);',
};

/**
 * Writes the house into the folder `dist`.
 * @param plugins of esbuild, which may put other modules in the place of ours: tests do so with registries.
 */
export async function bundleHouse(dist, plugins = []) {
  const { build } = await import("esbuild").catch(() => {
    console.error("vigie: esbuild is not installed here, so nothing was bundled (expected after `npm ci --omit=dev`).");
    process.exit(0);
  });
  const writePythonStubs = await writeSdkSources(build);
  const define = { VIGIE_GENERATORS: JSON.stringify(generators()), VIGIE_JUDGE: JSON.stringify(digestOf(JUDGE)) };
  const made = { ...common, define, plugins };
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, "sdk"), { recursive: true });

  await Promise.all([
    build({
      ...made,
      entryPoints: [join(root, "apps/vigie/src/main.ts")],
      outfile: join(dist, "vigie.mjs"),
      banner: withRequire,
      external: ["./server.mjs", "esbuild"],
      minifySyntax: true,
    }),
    ...Object.entries({ server: "server.ts", "dry-run-child": "dry-run/child.ts" }).map(([name, source]) =>
      build({
        ...made,
        entryPoints: [join(root, "apps/vigie/src", source)],
        outfile: join(dist, `${name}.mjs`),
        plugins: [...plugins, ours],
      }),
    ),
    build({
      ...made,
      entryPoints: [join(root, "apps/judge/src/child.ts")],
      outfile: join(dist, "judge-child.mjs"),
      banner: withRequire,
      external: ["esbuild"],
    }),
    ...["testset-thread", "ranking-thread"].map((thread) =>
      build({
        ...made,
        entryPoints: [join(root, `apps/judge/src/${thread}.ts`)],
        outfile: join(dist, `${thread}.mjs`),
        banner: withRequire,
      }),
    ),
    build({ ...made, entryPoints: [join(root, "packages/sdk/src/run.ts")], outfile: join(dist, "sdk/run.mjs") }),
    build({
      ...made,
      entryPoints: [join(root, "packages/sdk/src/index.ts")],
      outfile: join(dist, "sdk/vigie-sdk.js"),
      platform: "neutral",
    }),
  ]);

  cpSync(join(root, "packages/sdk-python/vigie"), join(dist, "sdk/python/vigie"), {
    recursive: true,
    filter: (path) => !path.includes("__pycache__"),
  });
  cpSync(join(root, "apps/vigie/build/kit-entry.mjs"), join(dist, "kit-entry.mjs"));
  cpSync(join(root, "packages/sdk-python/run.py"), join(dist, "sdk/python/run.py"));
  if (existsSync(join(root, "apps/leaderboard/assets")))
    cpSync(join(root, "apps/leaderboard/assets"), join(dist, "assets"), { recursive: true });
  writePythonStubs(join(dist, "sdk/types"));
  execFileSync(process.execPath, [join(root, "packages/sdk/build/declarations.mjs"), join(dist, "sdk/types")], {
    stdio: "inherit",
  });
}

if (process.argv[1] === import.meta.filename) await bundleHouse(join(root, "apps/vigie/dist"));
