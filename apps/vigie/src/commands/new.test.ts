import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { speaker } from "../say.ts";
import { newProject } from "./new.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-new-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const wish = { challenge: "follow-the-money", python: false, language: "en" } as const;

describe("vigie new", () => {
  it("refuses a folder that holds something, changes nothing there, and ends with 2", () => {
    writeFileSync(join(folder, "mine.txt"), "mine");
    expect(() => newProject(folder, wish, speaker("en"))).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(() => newProject(folder, wish, speaker("fr"))).toThrow(/n’est pas vide/);
    expect(readdirSync(folder)).toEqual(["mine.txt"]);
  });

  it("names the known challenges where the wished one is not among them", () => {
    const unknown = (): string => newProject(join(folder, "a"), { ...wish, challenge: "nothing" }, speaker("en"));
    expect(unknown).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(unknown).toThrow(/follow-the-money/);
    expect(readdirSync(folder)).toEqual([]);
  });
});
