import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Home } from "./command-line.ts";

const home = new Home();
afterAll(() => rmSync(home.folder, { recursive: true, force: true }));

describe("a team's first minutes", () => {
  it.each([
    ["TypeScript", "ts", [], "vigie-sdk.d.ts"],
    ["Python", "py", ["--python"], "vigie/__init__.py"],
  ])("in %s: a new project is accepted as it is and does better than chance", (_language, name, flags, sdk) => {
    const made = home.vigie(["new", name, ...flags]);
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(made.out).toContain(`try ${name}`);
    expect(existsSync(join(home.folder, name, sdk))).toBe(true);
    const tried = home.vigie(["try", name, "--json"]);
    expect(tried.code, tried.err).toBe(0);
    const judgement = JSON.parse(tried.out);
    expect(judgement).toMatchObject({ verdict: "accepted", reason: "accepted" });
    expect(judgement.score.low).toBeGreaterThan(0);
    expect(judgement).not.toHaveProperty("replicates");
    expect(home.vigie(["try", name, "--json"]).out.replace(/"resources"[^}]*}/, "")).toBe(
      tried.out.replace(/"resources"[^}]*}/, ""),
    );
  });

  it("keeps practice data under the name of the generator that made them, so that another's are not taken for its own", () => {
    const names = readdirSync(join(home.folder, "cache", "testsets"));
    for (const name of names) expect(name).toMatch(/_5000_[0-9a-f]{16}_/);
  });

  it("ends with 1 where the detector fails, and shows a person where", () => {
    writeFileSync(join(home.folder, "ts", "detector.ts"), 'throw new Error("\u001b[31mouch");\n');
    const tried = home.vigie(["try", "ts"]);
    expect(tried.code).toBe(1);
    expect(tried.out).toContain("ouch");
    expect(tried.out).not.toContain("\u001b[31mouch");
  });

  it("judges the page and another world as it is asked to", () => {
    home.vigie(["new", "page"]);
    const tried = home.vigie(["try", "page", "--json", "--html", "report.html", "--seed", "another"]);
    expect(tried.code, tried.err).toBe(0);
    const own = JSON.parse(home.vigie(["try", "page", "--json"]).out);
    expect(JSON.parse(tried.out).score.points).not.toBe(own.score.points);
    expect(readFileSync(join(home.folder, "report.html"), "utf8")).toMatch(/^<!doctype html>/i);
  });
});

describe("what cannot be done is told in a sentence with an exit code", () => {
  const rows: readonly [string, string[], number, RegExp][] = [
    ["a try without a project", ["try", "nowhere"], 2, /nowhere.*vigie new/],
    ["a try without a project, in French", ["try", "nowhere", "--lang", "fr"], 2, /il faut un projet/],
    ["a submission without a project", ["submit", "nowhere"], 2, /nowhere/],
    ["a status without a session", ["status"], 2, /vigie login/],
    ["a sign-in where nothing listens", ["login", "http://127.0.0.1:9", "CODE"], 1, /does not answer/],
    ["a sign-in to what is no address", ["login", "nonsense", "CODE"], 2, /nonsense/],
    ["a sign-in to an address without its scheme", ["login", "localhost:3000", "CODE"], 2, /http:\/\/.*localhost:3000/],
    ["an unknown challenge", ["new", "x", "--challenge", "none"], 2, /follow-the-money/],
    ["a port that is none", ["start", "--port", "many"], 2, /many/],
    ["a port out of range", ["start", "--port", "70000"], 2, /70000/],
  ];
  it.each(rows)("%s", (_name, args, code, said) => {
    const ended = home.vigie(args);
    expect(ended.code, ended.err).toBe(code);
    expect(ended.err).toMatch(said);
    expect(ended.err + ended.out).not.toMatch(/\n {4}at /);
  });

  it("a port that another program holds: which one, and another to take", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const ended = home.vigie(["start", "--data", "held", "--port", `${port}`]);
    server.close();
    expect(ended.code, ended.err).toBe(3);
    expect(ended.err).toContain(`${port}`);
    expect(ended.err).toContain("--port");
  });

  it("an unknown command or option: the help, and not 0", () => {
    for (const args of [["frobnicate"], ["try", "--frobnicate"], ["new"]]) {
      const ended = home.vigie(args);
      expect(ended.code).toBeGreaterThan(0);
      expect(ended.err).toMatch(/Usage/);
    }
  });

  it("help and version of Node are to be had", () => {
    expect(home.vigie(["--help"])).toMatchObject({ code: 0 });
    expect(home.vigie(["doctor"]).out).toContain(process.version);
  });
});
