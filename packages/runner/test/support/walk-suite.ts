import { chmodSync, readFileSync, symlinkSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Sandbox } from "../../src/index.ts";
import { surroundings } from "./every-way.ts";
import { folderOf, runIn } from "./machine.ts";
import type { Way } from "./ways.ts";

const WALKER = readFileSync(join(import.meta.dirname, "walker.py"), "utf8");
const reversed = (text: string): string => Array.from(text).reverse().join("");

/** What must be nowhere: canaries, places of the judge's, names of the host's. */
function needles(): string[] {
  const { canaries } = surroundings;
  const host = hostname();
  const { username } = userInfo();
  return [
    canaries.word,
    ...canaries.places.map((place) => place.split("/").slice(0, 3).join("/")),
    import.meta.dirname,
    ...(host.length > 5 && host !== "vigie" ? [host] : []),
    `${username}:x:`,
    "root:x:0:0",
  ];
}

/** The walker's claims, in one way of starting the judge. */
export function findsNothing(sandbox: Sandbox, way: Way): void {
  // A container's starter leaves empty places of these names.
  const there = way.backEnd === "container" ? "[('exists', '/etc/hostname'), ('exists', '/sys'), ('exists', '/run')]" : "[]";

  test("a walker that reads every byte it can open finds no canary, no place of the judge's and no name of the host's", async () => {
    const submission = folderOf({ "walker.py": WALKER });
    const { canaries, inputs, sdk } = surroundings;
    for (const [number, place] of [...canaries.places, "/etc/shadow", "/"].entries())
      symlinkSync(place, join(submission, `l${number}`));
    chmodSync(submission, 0o755);
    const args = ["/submission/walker.py", ...[...new Set(needles())].map(reversed)];
    const limits = { memoryMiB: 768, cpuMs: 30_000, wallMs: 90_000 };
    const { output, outcome } = await runIn(sandbox, { runtime: "python" }, args, { submission, inputs, sdk, limits });
    expect(outcome.log).toBe("");
    expect(output).toBe(`vigie descriptors [0, 1, 2]\nmany ${there}\n`);
  }, 120_000);
}
