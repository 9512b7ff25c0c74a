/** The house with a kind and a world more, and a challenge on them: what the test of the toy kind runs. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import { bundleHouse } from "../../build/bundle.mjs";
import { ROOT } from "../command-line.ts";

/** Each registry as it stands, and the toy's entry added to it. */
const withToy: Plugin = {
  name: "with-toy",
  setup({ onLoad }) {
    onLoad({ filter: /\/packages\/[a-z]+\/src\/(kinds|worlds)\/index\.ts$/ }, ({ path }) => {
      const [, room, axis] = /\/packages\/([a-z]+)\/src\/(kinds|worlds)\/index\.ts$/.exec(path) ?? [];
      const own = readFileSync(path, "utf8");
      const toy = join(import.meta.dirname, room, axis, "toy.ts");
      const [, registry] = /export const (\w+)/.exec(own) ?? [];
      try {
        readFileSync(toy);
      } catch {
        return { contents: own, loader: "ts" };
      }
      const add = `Array.isArray(${registry}) ? ${registry}.push(...TOY) : Object.assign(${registry}, TOY)`;
      const added = `import { ${registry} as TOY } from ${JSON.stringify(toy)};\n${add};\n`;
      return { contents: `${own}\n${added}`, loader: "ts" };
    });
  },
};

const CHALLENGE = {
  id: "harbour-watch",
  version: "1.0.0",
  kind: "toy",
  world: "toy",
  title: { en: "Harbour watch", fr: "La veille du port" },
  summary: { en: "Who pings out of turn?", fr: "Qui signale hors de son tour?" },
  dataset: { id: "harbour", version: "1.0.0" },
  sizes: { practice: { boats: 90, buoys: 30 }, public: { boats: 150, buoys: 50 }, final: { boats: 300, buoys: 100 } },
  guesses: 20,
  parts: [
    { measure: "spotted", weight: 0.75 },
    { measure: "proven", weight: 0.25 },
  ],
  penalties: [{ measure: "clamour", weight: 0.5 }],
  interval: { resamples: 200, level: 0.95 },
  precisionPoints: 1,
  attemptsPerDay: 20,
  limits: { cpuMs: 5000, wallMs: 20_000, memoryMiB: 512, tmpMiB: 16, outputMiB: 4, logKiB: 64, sourceMiB: 1 },
  caps: { lineBytes: 4096 },
};

const DATASET = {
  id: "harbour",
  version: "1.0.0",
  world: "toy",
  title: { en: "A harbour", fr: "Un port" },
  licence: "CC0-1.0",
  firstDay: "2025-05-01",
  days: 28,
  parameters: {},
};

/** Names whoever pings louder than the rest may, by the SDK's way of reading any table. */
const DETECTOR = `export default {
  guess(dataset) {
    const pings = dataset.table("pings");
    const [ids, vessels, tones] = ["ping", "vessel", "tone"].map((name) => pings.numbers(name));
    const named = new Map();
    tones.forEach((tone, row) => tone >= 85 && !named.has(vessels[row]) && named.set(vessels[row], ids[row]));
    return named;
  },
};
`;

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** A team's project for the harbour. */
export function writeProject(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "detector.js"), DETECTOR);
  writeJson(join(folder, "vigie.json"), {
    challenge: CHALLENGE.id,
    language: "typescript",
    entry: "detector.js",
  });
}

/**
 * Bundles the house with the toy, and lays the toy's challenge and data set beside ours.
 * @returns the command line's file.
 */
export async function bundleHarbour(dist: string): Promise<string> {
  await bundleHouse(dist, [withToy]);
  for (const shelf of ["challenges", "datasets"]) cpSync(join(ROOT, shelf), join(dist, shelf), { recursive: true });
  for (const folder of [`challenges/${CHALLENGE.id}`, "datasets/harbour"]) mkdirSync(join(dist, folder), { recursive: true });
  writeJson(join(dist, "challenges", CHALLENGE.id, "challenge.json"), CHALLENGE);
  writeJson(join(dist, "datasets/harbour/dataset.json"), DATASET);
  const start = join(dist, "start.mjs");
  writeFileSync(start, 'import { main } from "./vigie.mjs";\nawait main(process.argv);\n');
  return start;
}
