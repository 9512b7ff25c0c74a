import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome, Sandbox } from "../../src/index.ts";
import { type Attack, ATTACK_LIMITS, languageOf } from "./attack.ts";
import type { Canaries } from "./canaries.ts";
import { CONTAINER_DIFFERENCES } from "./container-differences.ts";
import { folderOf } from "./machine.ts";

const ATTACKS_FOLDER = join(import.meta.dirname, "..", "attacks");

/** What stands around each run of the table. */
export interface Surroundings {
  readonly canaries: Canaries;
  /** A staged folder, seen at /data. */
  readonly inputs: string;
  /** Seen at /sdk. */
  readonly sdk: string;
}

export interface Attacked {
  readonly outcome: Outcome;
  readonly printed: string;
}

function submissionOf(attack: Attack, canaries: Canaries): string {
  const submission = folderOf({ "note.txt": "note", "places.txt": canaries.places.join("\n") });
  cpSync(join(ATTACKS_FOLDER, attack.program), join(submission, attack.program));
  writeFileSync(join(submission, "other.py"), "print('other')\n");
  return submission;
}

async function attackOnce(sandbox: Sandbox, attack: Attack, { canaries, inputs, sdk }: Surroundings): Promise<Attacked> {
  const chunks: Uint8Array[] = [];
  const outcome = await sandbox.run({
    program: { runtime: languageOf(attack) },
    args: [`/submission/${attack.program}`],
    submission: submissionOf(attack, canaries),
    inputs,
    sdk,
    limits: { ...ATTACK_LIMITS, ...attack.limits },
    onOutput: (chunk) => chunks.push(chunk),
  });
  return { outcome, printed: Buffer.concat(chunks).toString() };
}

/** Runs the attack, as often as its row says, and returns the last run. */
export async function attackIn(sandbox: Sandbox, attack: Attack, around: Surroundings): Promise<Attacked> {
  let last = await attackOnce(sandbox, attack, around);
  for (let time = 1; time < (attack.times ?? 1); time++) last = await attackOnce(sandbox, attack, around);
  return last;
}

function printsRight({ program, prints }: Attack, sandbox: Sandbox, printed: string): boolean {
  const difference = sandbox.kind === "container" ? CONTAINER_DIFFERENCES[program] : undefined;
  if (difference?.prints.test(printed) === true) return true;
  if (prints === undefined) return true;
  return typeof prints === "string" ? printed === prints : prints.test(printed);
}

/** Null where the attack ended as its row says and saw no canary, else what happened. */
export function faultOf(attack: Attack, sandbox: Sandbox, { outcome, printed }: Attacked, word: string): string | null {
  const noCgroup = sandbox.weaknesses.includes("no-cgroup");
  const ends = (noCgroup ? attack.endsWithoutCgroup : undefined) ?? attack.ends;
  const seen = JSON.stringify(outcome) + printed;
  const told = `${JSON.stringify({ ...outcome, log: outcome.log.slice(-600) })} printed ${JSON.stringify(printed.slice(0, 400))}`;
  if (seen.includes(word)) return `${attack.program}: a canary came out: ${told}`;
  if (ends.includes(outcome.status) && printsRight(attack, sandbox, printed)) return null;
  return `${attack.program}: expected ${ends.join(" or ")}${attack.prints === undefined ? "" : `, printing ${String(attack.prints)}`}; came ${told}`;
}
