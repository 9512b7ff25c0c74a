import { execFileSync } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { scratchFolder } from "./scratch-folder.ts";
import { AMLWORLD_HEADER, mapFile, mapNamed, wishFor } from "./import-fixture.ts";

const scratch = scratchFolder();
const ACCOUNTS = 20_000;

/** Writes `rows` transfers between 20,000 accounts; the same rows each time. */
function bigFile(rows: number): string {
  const path = join(scratch, `big-${rows}.csv`);
  const fd = openSync(path, "w");
  writeSync(fd, `${AMLWORLD_HEADER}\n`);
  let state = 1;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
  for (let done = 0; done < rows; done += 10_000) {
    const lines = Array.from({ length: 10_000 }, () => {
      const time = `2022/09/${String(1 + draw(28)).padStart(2, "0")} ${String(draw(24)).padStart(2, "0")}:${String(draw(60)).padStart(2, "0")}`;
      const amount = `${1 + draw(5000)}.${String(draw(100)).padStart(2, "0")},Euro`;
      const illicit = draw(1000) === 0 ? 1 : 0;
      const [from, to] = [draw(ACCOUNTS), draw(ACCOUNTS)];
      return `${time},0${from % 50},A${from},0${to % 50},A${to},${amount},${amount},ACH,${illicit}\n`;
    });
    writeSync(fd, lines.join(""));
  }
  closeSync(fd);
  return path;
}

/** Imports in a process of its own; its largest resident size in MiB. */
function peakOf(rows: number): number {
  const wish = wishFor(mapNamed("amlworld"), [bigFile(rows)], join(scratch, `set-${rows}`));
  const program = `
    import { openColumnMap } from ${JSON.stringify(join(import.meta.dirname, "../src/import/imports.ts"))};
    const { counts } = await openColumnMap(${JSON.stringify(mapFile("amlworld"))}).importSet(${JSON.stringify(wish)});
    console.log(JSON.stringify({ transfers: counts.transfers, peak: process.resourceUsage().maxRSS / 1024 }));`;
  const printed = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], { encoding: "utf8" });
  const value: unknown = JSON.parse(printed);
  if (typeof value !== "object" || value === null || !("peak" in value) || !("transfers" in value)) throw new Error(printed);
  expect(value.transfers).toBe(rows);
  return Number(value.peak);
}

it("holds no more of five times as many rows", { timeout: 600_000 }, () => {
  const [small, large] = [peakOf(400_000), peakOf(2_000_000)];
  console.log(`resident at most: ${small.toFixed(0)} MiB for 400,000 transfers, ${large.toFixed(0)} for 2,000,000`);
  expect(large).toBeLessThan(1.5 * small);
  expect(large).toBeLessThan(900);
});
