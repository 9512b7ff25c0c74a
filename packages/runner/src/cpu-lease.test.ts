import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { esbuildBinary } from "../test/support/bundle.ts";
import { leaseCpu, parseCpuList } from "./cpu-lease.ts";

test("a list of processors reads as the kernel writes it", () => {
  expect(parseCpuList("0")).toEqual([0]);
  expect(parseCpuList("0-2,5\n")).toEqual([0, 1, 2, 5]);
  expect(parseCpuList("")).toEqual([]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300)), (cpus) => {
      const sorted = cpus.sort((a, b) => a - b);
      expect(parseCpuList(sorted.join(","))).toEqual(sorted);
    }),
  );
});

describe.skipIf(process.platform !== "linux")("processors are leased", () => {
  test("never to two at once, and given back for the next", async () => {
    const leases = await Promise.all(Array.from({ length: 64 }, () => leaseCpu()));
    const cpus = leases.flatMap((lease) => lease?.cpu ?? []);
    expect(new Set(cpus).size).toBe(cpus.length);
    for (const lease of leases) lease?.giveBack();
  });

  test("by one judge of a machine are taken for the others, which are processes of their own", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vigie-lease-"));
    const file = join(folder, "lease.mjs");
    const entry = join(import.meta.dirname, "cpu-lease.ts");
    const source = `import { leaseCpu } from ${JSON.stringify(entry)};
for (let lease = await leaseCpu(); lease !== null; lease = await leaseCpu()) console.log(lease.cpu);`;
    const bundled = spawnSync(esbuildBinary, ["--bundle", "--platform=node", "--format=esm", `--outfile=${file}`], {
      input: source,
      encoding: "utf8",
      cwd: folder,
    });
    expect(bundled.stderr).not.toContain("ERROR");
    const leases = [await leaseCpu(), await leaseCpu()].flatMap((lease) => lease ?? []);
    const others = execFileSync(process.execPath, [file], { encoding: "utf8" }).split("\n").filter(Boolean).map(Number);
    for (const lease of leases) expect(others).not.toContain(lease.cpu);
    for (const lease of leases) lease.giveBack();
    rmSync(folder, { recursive: true, force: true });
  });
});
