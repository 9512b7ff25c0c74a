import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Home, ROOT, Running } from "./command-line.ts";

const home = new Home();
const good = join(home.folder, "good");

/** A copy of an event's data directory, for a test to damage. */
function copy(name: string): string {
  const folder = join(home.folder, name);
  cpSync(good, folder, { recursive: true });
  rmSync(join(folder, "owner.json"), { force: true });
  return folder;
}

const start = (folder: string, ...more: string[]) => home.vigie(["start", "--data", folder, "--port", "0", ...more]);

beforeAll(async () => {
  const server = await Running.start(home, good);
  expect(await server.end("SIGINT")).toBe(0);
});

afterAll(() => rmSync(home.folder, { recursive: true, force: true }));

describe("a start that cannot be says why, ends with 3 and changes nothing", () => {
  const damages: [what: string, damage: (folder: string) => string, says: RegExp][] = [
    [
      "a database that does not open",
      (folder) => {
        writeFileSync(join(folder, "database/global/pg_control"), Buffer.alloc(200, 7));
        return join(folder, "database/global/pg_control");
      },
      /expected a data directory of Vigie; found a database that does not open/,
    ],
    [
      "a database that lost a part",
      (folder) => {
        rmSync(join(folder, "database/pg_wal"), { recursive: true });
        return join(folder, "database/PG_VERSION");
      },
      /found a database without pg_wal/,
    ],
    [
      "codes that are no JSON",
      (folder) => {
        writeFileSync(join(folder, "demo-codes.json"), "{");
        return join(folder, "demo-codes.json");
      },
      /demo-codes\.json is damaged/,
    ],
    [
      "a secret that is none",
      (folder) => {
        writeFileSync(join(folder, "event-secret"), "x\n");
        return join(folder, "event-secret");
      },
      /expected 64 hexadecimal digits/,
    ],
    [
      "another event's secret",
      (folder) => {
        writeFileSync(join(folder, "event-secret"), `${"ab".repeat(32)}\n`);
        return join(folder, "event-secret");
      },
      /is not the secret that this event began with/,
    ],
  ];
  it.each(damages)("%s", (what, damage, says) => {
    const folder = copy(what.replaceAll(/\W/g, "-"));
    const damaged = damage(folder);
    const before = readFileSync(damaged);
    const { code, out, err } = start(folder);
    expect([code, err]).toEqual([3, expect.stringMatching(says)]);
    expect(`${out}${err}`).not.toMatch(/\n\s+at /);
    expect(readFileSync(damaged)).toEqual(before);
  });

  it("a secret that is gone is not made anew", () => {
    const folder = copy("no-secret");
    rmSync(join(folder, "event-secret"));
    expect(start(folder)).toMatchObject({ code: 3, err: expect.stringMatching(/the event secret is gone/) });
    expect(existsSync(join(folder, "event-secret"))).toBe(false);
  });

  it("a file in the place of the folder", () => {
    const file = join(home.folder, "a-file");
    writeFileSync(file, "mine");
    expect(start(file)).toMatchObject({ code: 3, err: expect.stringMatching(/cannot be the data directory \(EEXIST\)/) });
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("a port that another program has", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const address = other.address();
    const port = typeof address === "object" ? `${address?.port}` : "";
    const ended = start(copy("port"), "--port", port);
    other.close();
    expect(ended).toMatchObject({ code: 3, err: expect.stringMatching(/is in use by another program/) });
  });
});

describe("a start with a challenge that cannot be read ends with 2 and names the place", () => {
  const installed = join(home.folder, "installed");
  const challenge = join(installed, "dist/challenges/follow-the-money");

  beforeAll(() => {
    for (const part of ["bin", "dist"]) cpSync(join(ROOT, "apps/vigie", part), join(installed, part), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(home.folder, "node_modules"));
  });

  it.each([
    ["not JSON", '{"a":', /challenge\.json: expected JSON/],
    ["another type", '{"id": 7}', /challenge\.json at \//],
  ])("%s", (name, text, says) => {
    mkdirSync(challenge, { recursive: true });
    writeFileSync(join(challenge, "challenge.json"), text);
    const ended = home.node([join(installed, "bin/vigie.js"), "start", "--data", join(home.folder, name), "--port", "0"]);
    expect(ended).toMatchObject({ code: 2, err: expect.stringMatching(says) });
  });
});
