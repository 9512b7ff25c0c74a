import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CommandFailure } from "./failure.ts";
import { readProject, sourceFiles } from "./project.ts";
import { speaker } from "./say.ts";
import { stageProject } from "./stage-project.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-project-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
}

describe("the files that make up a submission", () => {
  it("are the team's own, without the SDK beside them, caches and editors' folders", () => {
    write("detector.ts", "vigie.json", "lib/signs.ts", "vigie-sdk.js", "vigie-sdk.d.ts", "vigie/__init__.py");
    write(
      ".git/config",
      ".vscode/x",
      ".idea/x",
      "__pycache__/a.pyc",
      "lib/__pycache__/b.pyc",
      "lib/c.pyc",
      ".DS_Store",
      ".venv/x",
    );
    expect(sourceFiles(folder)).toEqual(["detector.ts", "lib/signs.ts", "vigie.json"]);
  });

  it("are left out by the SDK's names at the top alone", () => {
    write("lib/vigie-sdk.js", "lib/vigie/rules.py");
    expect(sourceFiles(folder)).toEqual(["lib/vigie-sdk.js", "lib/vigie/rules.py"]);
  });

  it("never follow a link out of the folder", () => {
    write("detector.ts");
    symlinkSync("/etc/hostname", join(folder, "link.txt"));
    symlinkSync("/etc", join(folder, "etc"));
    expect(sourceFiles(folder)).toEqual(["detector.ts"]);
  });

  it("are all that is staged for a try, and the staging is removed", () => {
    write("detector.ts", "lib/signs.ts", "vigie-sdk.js");
    const staged = stageProject(folder);
    expect(readdirSync(staged.folder, { recursive: true }).map(String).sort()).toEqual(["detector.ts", "lib", "lib/signs.ts"]);
    staged.remove();
    expect(() => readdirSync(staged.folder)).toThrow(/ENOENT/);
  });
});

describe("a project's manifest", () => {
  it.each(["en", "fr"] as const)("is asked for in a sentence that says what to do next (%s)", (language) => {
    let said: unknown = null;
    try {
      readProject(folder, speaker(language));
    } catch (error) {
      said = error;
    }
    expect(said).toBeInstanceOf(CommandFailure);
    expect(said).toMatchObject({ exitCode: 2 });
    expect(String(said)).toContain(folder);
    expect(String(said)).toContain("vigie new");
  });
});
