import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ATTACKS } from "./support/attack-table.ts";
import { removeFolders, sandbox } from "./support/machine.ts";
import { runAttack } from "./support/run-attack.ts";

afterAll(removeFolders);
const folder = join(import.meta.dirname, "attacks");

describe.skipIf(sandbox === null)("an attack ends as it must", () => {
  test.each(ATTACKS.map((attack) => [attack.file, attack] as const))("%s", async (_file, attack) => {
    expect(await runAttack(sandbox!, attack, folder)).toBeNull();
  });
});
