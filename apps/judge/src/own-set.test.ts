import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Layout, LAYOUT_FILE } from "@vigie/sdk";
import { withOwnSet, type ChallengeSpec } from "@vigie/spec";
import { loadJson } from "@vigie/spec/node";
import { openColumnMap, readDigest, tableRows, testsetDigest, verifyTestset } from "@vigie/testset";
import { tinyChallenge } from "../test/judge-bench.ts";
import type { Installation } from "./installation.ts";
import { checkOwnSet, pinOwnSet, type Pinned, type PinWish } from "./own-set.ts";
import { prepareSplit, splitFolder, splitSeed } from "./prepare-split.ts";

const root = join(import.meta.dirname, "../../..");
const parent = mkdtempSync(join(tmpdir(), "vigie-own-set-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const challenge = tinyChallenge();
const secret = Buffer.alloc(32, 7);
const splitsDir = join(parent, "splits");
const brought = join(parent, "brought");
const installation: Installation = {
  sdkDir: parent,
  datasetsDir: join(root, "datasets"),
  bundlerBinary: null,
  generators: { bank: "test" },
  judge: "test",
};

/** 200 accounts that pay each other, in PaySim's columns; every twentieth transfer is marked. */
function transfers(): string {
  const row = (i: number): string =>
    `${1 + (i % 50)},TRANSFER,${100 + i}.00,C${i % 200},9000.00,8000.00,C${(i * 7 + 1) % 200},0.00,0.00,${i % 20 === 0 ? 1 : 0},0`;
  const header =
    "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud";
  return `${[header, ...Array.from({ length: 800 }, (_, i) => row(i))].join("\n")}\n`;
}

/** Writes the checksums of the files as they lie. */
function reseal(folder: string): void {
  const names = Object.keys(readDigest(folder).files);
  const files = names.map((name) => {
    const bytes = readFileSync(join(folder, name));
    return [name, { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length }] as const;
  });
  writeFileSync(join(folder, "checksums.json"), JSON.stringify(testsetDigest(Object.fromEntries(files))));
}

const wish = (folder: string, of: ChallengeSpec = challenge): PinWish => ({
  folder,
  challenge: of,
  split: "public",
  splitsDir,
  secret,
});

function spoiled(name: string, spoil: (folder: string) => void): string {
  const folder = join(parent, name);
  cpSync(brought, folder, { recursive: true });
  spoil(folder);
  return folder;
}

async function pinned(): Promise<Extract<Pinned, { kind: "pinned" }>> {
  const found = await pinOwnSet(wish(brought));
  if (found.kind === "unfit") throw new Error(`${found.why}: ${found.detail}`);
  return found;
}

async function withOwn(): Promise<ChallengeSpec> {
  const { own, size } = await pinned();
  return withOwnSet(challenge, "public", own, size);
}

async function prepare(of: ChallengeSpec, split: "practice" | "public", folder: string): Promise<void> {
  await prepareSplit(
    installation,
    { challenge: of, split, seed: splitSeed(installation, of, split, secret), folder },
    () => undefined,
  );
}

/** The folder of the public split of a challenge with a set of the organizer's own. */
async function laidOut(of: ChallengeSpec): Promise<string> {
  const folder = splitFolder(splitsDir, installation, of, "public");
  await prepare(of, "public", folder);
  return folder;
}

describe("a test set that the organizer brings", () => {
  beforeAll(async () => {
    await prepare(challenge, "practice", brought);
  });

  it("is copied file by file as its checksums name them, and named by what its bytes are", async () => {
    writeFileSync(join(brought, "inputs", "stray.txt"), "labels by heart");
    const { own, size, cases } = await pinned();
    expect(size).toEqual({ accounts: 300 });
    expect({ imported: own.imported, id: own.id }).toEqual({ imported: false, id: "follow-the-money" });
    expect(cases).toBe(tableRows(brought)["rings"]);
    expect(JSON.stringify(own)).not.toContain(JSON.parse(readFileSync(join(brought, "checksums.json"), "utf8")).labelsDigest);
    const folder = await laidOut(await withOwn());
    expect(await verifyTestset(folder)).toEqual([]);
    expect(existsSync(join(folder, "inputs", "stray.txt"))).toBe(false);
    expect(readFileSync(join(folder, "inputs", "challenge.json"), "utf8")).not.toMatch(/sizes|"own"|Digest/);
  });

  it("is what the event goes on with when the folder that it came from changes or goes", async () => {
    const once = spoiled("once", () => undefined);
    const of = await withOwn();
    expect(await pinOwnSet(wish(once, of))).toMatchObject({ kind: "pinned" });
    rmSync(once, { recursive: true });
    await expect(checkOwnSet((await pinned()).own, await laidOut(of), secret)).resolves.toBeUndefined();
  });

  it("is laid out anew for another version of the challenge", async () => {
    const of = await withOwn();
    const next = { ...of, version: "9.0.0" };
    expect(await laidOut(next)).not.toBe(await laidOut(of));
    expect(await verifyTestset(await laidOut(next))).toEqual([]);
  });

  it.each([
    ["inputs/accounts.arrow", "inputs"],
    ["labels/positives.arrow", "labels"],
  ])("is refused when it is opened where the copy's %s was edited", async (file) => {
    const of = await withOwn();
    const folder = await laidOut({ ...of, version: `3.0.${file.length}` });
    const bytes = readFileSync(join(folder, file));
    bytes[bytes.length >> 1] ^= 1;
    rmSync(join(folder, file)); // the copy's own file is the same one
    writeFileSync(join(folder, file), bytes);
    const { own } = await pinned();
    await expect(checkOwnSet(own, folder, secret)).rejects.toThrow(new RegExp(`${file}: expected follow-the-money .* changed`));
  });

  it("is refused under another secret, which would commit to other labels", async () => {
    const folder = await laidOut(await withOwn());
    await expect(checkOwnSet((await pinned()).own, folder, Buffer.alloc(32, 8))).rejects.toThrow(/changed/);
  });

  it("says what is missing where the event's copy is gone", async () => {
    const of = await withOwn();
    const elsewhere = join(parent, "elsewhere");
    const folder = splitFolder(elsewhere, installation, of, "public");
    await expect(prepare(of, "public", folder)).rejects.toThrow(/expected the event's copy of follow-the-money/);
  });

  it.each<[string, string, (folder: string) => void]>([
    ["a folder with nothing", "no-set", (folder) => rmSync(folder, { recursive: true })],
    ["no labels", "damaged", (folder) => rmSync(join(folder, "labels"), { recursive: true })],
    ["a file cut short", "damaged", (folder) => writeFileSync(join(folder, "inputs", "events.arrow"), "")],
    [
      "a file changed in its place",
      "damaged",
      (folder) => {
        const bytes = readFileSync(join(folder, "labels", "units.arrow"));
        bytes[bytes.length - 1] ^= 1;
        writeFileSync(join(folder, "labels", "units.arrow"), bytes);
      },
    ],
  ])("is refused for %s", async (name, why, spoil) => {
    expect(await pinOwnSet(wish(spoiled(name.replaceAll(" ", "-"), spoil)))).toMatchObject({ kind: "unfit", why });
  });

  it.each<[string, string, string, (folder: string) => void]>([
    [
      "a column under another name",
      "columns",
      "memo",
      (folder) => {
        const file = join(folder, "inputs", "layout.json");
        writeFileSync(file, readFileSync(file, "utf8").replace('"memo"', '"memu"'));
      },
    ],
    [
      "evidence that is no row of its account",
      "labels",
      "found 0",
      (folder) => {
        const { tables } = loadJson(Layout, join(folder, "labels", LAYOUT_FILE));
        const { columns = [] } = tables.find(({ name }) => name === "findings") ?? {};
        const [offset, length] = columns.find(({ name }) => name === "evidence")?.values ?? [0, 0];
        const bytes = readFileSync(join(folder, "labels", "findings.arrow"));
        writeFileSync(join(folder, "labels", "findings.arrow"), bytes.fill(0, offset, offset + length));
      },
    ],
  ])("is refused for %s, though its checksums are right", async (name, why, detail, spoil) => {
    const folder = spoiled(name.replaceAll(" ", "-"), (at) => {
      spoil(at);
      reseal(at);
    });
    const found = await pinOwnSet(wish(folder));
    expect(found).toMatchObject({ kind: "unfit", why });
    expect(found.kind === "unfit" && found.detail).toContain(detail);
  });

  it("is refused where it is of another world than the challenge's", async () => {
    const folder = spoiled("of-another-world", (at) => {
      const file = join(at, "inputs", "datapackage.json");
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), world: "moon" }));
      reseal(at);
    });
    const detail = "inputs/datapackage.json: expected the world bank; found moon";
    expect(await pinOwnSet(wish(folder))).toEqual({ kind: "unfit", why: "columns", detail });
  });

  it("is refused where its labels know nothing of what the challenge scores, and named as imported where they do", async () => {
    const folder = join(parent, "imported");
    const file = join(parent, "transfers.csv");
    writeFileSync(file, transfers());
    const map = openColumnMap(join(root, "datasets/import-maps/paysim.json"));
    const meta = { id: "paid", version: "1.0.0", title: map.title, licence: map.licence };
    await map.importSet({ files: [file], beside: {}, folder, meta, seed: "vigie", badShare: 0 });
    const parts = ["indicators", "roles"].map((measure) => ({ measure, weight: 0.5 }));
    expect(await pinOwnSet(wish(folder, { ...challenge, parts }))).toMatchObject({ kind: "unfit", why: "parts" });
    expect(await pinOwnSet(wish(folder))).toMatchObject({ kind: "pinned", own: { id: "paid", imported: true } });
  });

  it("is refused where the event was opened with another", async () => {
    const of = await withOwn();
    const other = join(parent, "other");
    mkdirSync(other, { recursive: true });
    const folder = join(other, "set");
    await prepare(challenge, "public", folder);
    expect(await pinOwnSet(wish(folder, of))).toMatchObject({ kind: "unfit", why: "other-set" });
  });
});
