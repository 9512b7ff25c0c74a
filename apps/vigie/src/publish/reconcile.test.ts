import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { differences, write } from "./reconcile.ts";

const folder = mkdtempSync(join(tmpdir(), "vigie-reconcile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ARTEFACTS = [
  { path: "checksums.json", text: "{}\n" },
  { path: "published/a.html", text: "one\ntwo\n" },
];

describe("what is made from the data", () => {
  it("is missing before it is written, and the same afterwards", () => {
    expect(differences(folder, ARTEFACTS)).toEqual(["checksums.json: missing", "published/a.html: missing"]);
    expect(write(folder, ARTEFACTS)).toEqual(["checksums.json", "published/a.html"]);
    expect(differences(folder, ARTEFACTS)).toEqual([]);
    expect(write(folder, ARTEFACTS)).toEqual([]);
  });

  it("is told from a file that somebody changed, by its first line", () => {
    writeFileSync(join(folder, "published/a.html"), "one\n2\n");
    expect(differences(folder, ARTEFACTS)).toEqual(['published/a.html, line 2: the data give "two", the file has "2"']);
    expect(write(folder, ARTEFACTS)).toEqual(["published/a.html"]);
    expect(readFileSync(join(folder, "published/a.html"), "utf8")).toBe("one\ntwo\n");
  });

  it("leaves no file that nothing makes any more, and touches nothing elsewhere", () => {
    mkdirSync(join(folder, "sample"), { recursive: true });
    writeFileSync(join(folder, "sample/old.csv"), "");
    writeFileSync(join(folder, "dataset.json"), "");
    expect(differences(folder, ARTEFACTS)).toEqual(["sample/old.csv: nothing makes this file"]);
    write(folder, ARTEFACTS);
    expect(differences(folder, ARTEFACTS)).toEqual([]);
    expect(readFileSync(join(folder, "dataset.json"), "utf8")).toBe("");
  });
});
