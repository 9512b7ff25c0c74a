import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Limits, Sandbox } from "../../src/index.ts";
import type { Attack } from "./attack-table.ts";

const LIMITS: Limits = { cpuMs: 4000, wallMs: 8000, memoryMiB: 256, tmpMiB: 8, outputMiB: 1, logKiB: 16 };

/** Null where the attack ended as it must, else what happened. */
export async function runAttack(sandbox: Sandbox, attack: Attack, attacksFolder: string): Promise<string | null> {
  const submission = mkdtempSync(join(tmpdir(), "vigie-attack-"));
  try {
    cpSync(join(attacksFolder, attack.file), join(submission, attack.file));
    writeFileSync(join(submission, "note.txt"), "note");
    const chunks: Uint8Array[] = [];
    const outcome = await sandbox.run({
      program: { runtime: attack.file.endsWith(".py") ? "python" : "node" },
      args: [`/submission/${attack.file}`],
      submission,
      inputs: null,
      sdk: null,
      limits: { ...LIMITS, ...attack.limits },
      onOutput: (chunk) => chunks.push(chunk),
    });
    const printed = Buffer.concat(chunks).toString();
    const printsRight =
      attack.prints === undefined ||
      (typeof attack.prints === "string" ? printed === attack.prints : attack.prints.test(printed));
    if (attack.ends.includes(outcome.status) && printsRight) return null;
    return `${attack.file}: ${JSON.stringify({ ...outcome, log: outcome.log.slice(-600) })} printed ${JSON.stringify(printed.slice(0, 400))}`;
  } finally {
    rmSync(submission, { recursive: true, force: true });
  }
}
