/** The bundled detectors, built once and run on a world as they are; and the benched trees, alone and with what others say. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { PYTHON, runPython } from "../difficulty/python.ts";
import { CHALLENGE_DIR, DIST } from "../judge-scene.ts";
import { alertsByScore, alertsOf, type Alert, type Alerts } from "./alerts.ts";
import type { ScoreWorld } from "./score-world.ts";

/** Those who know labels: there to be near the top, and no detectors. */
export const KNOWING: readonly string[] = ["analyst who misses a third", "analyst who misses a tenth"];

const BUNDLED = {
  random: "submissions/accepted/random/detector.ts",
  "one-rule": "submissions/accepted/one-rule/detector.ts",
  starter: "starters/typescript/detector.ts",
  "python-rules": "submissions/accepted/python-rules/detector.py",
  "indicator-rules": "submissions/accepted/indicator-rules/detector.ts",
  stronger: "submissions/accepted/stronger/detector.ts",
} as const;
/** Trees alert on so many times the budget. */
const BEYOND_BUDGET = 5;
const LARGEST_OUTPUT = 1 << 28;

/** A detector, as a command that prints its lines. */
type Command = readonly [program: string, ...args: string[]];

/** Builds what is to be built. @returns by name, how each is run. */
export async function builtDetectors(scratch: string): Promise<ReadonlyMap<string, Command>> {
  const commands = new Map<string, Command>();
  for (const [name, path] of Object.entries(BUNDLED)) {
    const source = join(CHALLENGE_DIR, path);
    if (path.endsWith(".py")) {
      commands.set(name, [PYTHON, "-I", "-B", join(DIST, "sdk/python/run.py"), source]);
      continue;
    }
    const outfile = join(scratch, `${name}.mjs`);
    const alias = { "@vigie/sdk": join(DIST, "sdk/vigie-sdk.js") };
    await build({ entryPoints: [source], outfile, bundle: true, platform: "node", format: "esm", alias, logLevel: "error" });
    commands.set(name, [process.execPath, join(DIST, "sdk/run.mjs"), outfile]);
  }
  return commands;
}

/** What each of them says of the world whose set lies in `set`. */
export function bundledAlerts(commands: ReadonlyMap<string, Command>, set: string): Map<string, Alerts> {
  const env = { ...process.env, VIGIE_DATA: join(set, "inputs") };
  const run = (program: string, args: readonly string[]): string =>
    execFileSync(program, args, { env, encoding: "utf8", maxBuffer: LARGEST_OUTPUT, stdio: ["ignore", "pipe", "inherit"] });
  return new Map(Array.from(commands, ([name, [program, ...args]]) => [name, alertsOf(run(program, args))]));
}

/** True of about one account in so many, always the same. */
function isOneIn(of: number, account: number): boolean {
  let hash = account + 1;
  for (let i = 0; i < 4; i++) hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash >>> 0) % of === 0;
}

/** The trees' scores of a world: on columns, and on columns and indicators. */
export async function treeScores(model: string, features: string, out: string): Promise<readonly [Float64Array, Float64Array]> {
  await runPython("trees.py", ["apply", model, features, out]);
  const bytes = readFileSync(out);
  const all = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return [all.slice(0, all.length / 2), all.slice(all.length / 2)];
}

/**
 * Trees that rank and say nothing, that say what the strongest bundled detector says, and that say what an exact analyst
 * finds; and two analysts who find two thirds and nine tenths of the rings' accounts before the trees go on.
 */
export function benchedAlerts(
  world: ScoreWorld,
  [columns, both]: readonly [Float64Array, Float64Array],
  stronger: Alerts,
): Map<string, Alerts> {
  const most = BEYOND_BUDGET * world.budget;
  const said = new Map(stronger.map((alert) => [alert.account, alert]));
  const asStronger = (account: number): Partial<Alert> => {
    const { role, findings } = said.get(account) ?? {};
    return { ...(role !== undefined && { role }), ...(findings !== undefined && { findings }) };
  };
  const exactly = (account: number): Partial<Alert> => ({ ...asStronger(account), findings: world.exactFindings(account) });
  const knowing = (account: number): Partial<Alert> => {
    const role = world.positives.get(account);
    return { ...exactly(account), ...(role !== undefined && !isOneIn(5, account) && { role }) };
  };
  const analyst = (misses: (account: number) => boolean): Alert[] => {
    const known = both.map((score, account) => score + (world.positives.has(account) && !misses(account) ? 1 : 0));
    return alertsByScore(known, most, knowing);
  };
  return new Map<string, Alerts>([
    ["trees, ranking alone", alertsByScore(columns, most, () => ({}))],
    ["trees, as stronger says", alertsByScore(columns, most, asStronger)],
    ["trees and indicators, exact rows", alertsByScore(both, most, exactly)],
    ["analyst who misses a third", analyst((account) => isOneIn(3, account))],
    ["analyst who misses a tenth", analyst((account) => isOneIn(10, account))],
  ]);
}
