import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeKit } from "./kit.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-kit-test-"));
  for (const dir of ["parts/sub", "parts/submissions", "parts/__pycache__"]) {
    mkdirSync(join(folder, dir), { recursive: true });
    writeFileSync(join(folder, dir, "file.txt"), `in ${dir}\n`);
  }
  writeFileSync(join(folder, "one.mjs"), "// one\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const digest = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");
const parts = () => [
  { from: join(folder, "one.mjs"), as: "vigie.mjs" },
  { from: join(folder, "parts"), as: "challenges" },
];

describe("the kit", () => {
  it("has the same bytes whenever its files were written", async () => {
    await makeKit(parts(), join(folder, "a.zip"));
    utimesSync(join(folder, "one.mjs"), new Date(1e12), new Date(1e12));
    await makeKit(parts(), join(folder, "b.zip"));
    expect(digest(join(folder, "b.zip"))).toBe(digest(join(folder, "a.zip")));
  });

  it("holds its parts by name, and neither example submissions nor caches", async () => {
    await makeKit(parts(), join(folder, "a.zip"));
    const text = readFileSync(join(folder, "a.zip"), "latin1");
    expect(text).toContain("vigie-kit/vigie.mjs");
    expect(text).toContain("vigie-kit/challenges/sub/file.txt");
    expect(text).not.toContain("submissions");
    expect(text).not.toContain("__pycache__");
  });

  it("is not made anew where it is there already", async () => {
    const file = join(folder, "a.zip");
    writeFileSync(file, "kept");
    await makeKit(parts(), file);
    expect(readFileSync(file, "utf8")).toBe("kept");
  });

  it("leaves no half-made archive under its name where a part is missing", async () => {
    const target = join(folder, "kit", "a.zip");
    await expect(makeKit([{ from: join(folder, "none"), as: "none" }], target)).rejects.toThrow(/none/);
    expect(readdirSync(join(folder, "kit"))).not.toContain("a.zip");
  });
});
