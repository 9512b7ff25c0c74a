import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { receiptText, type FirstReceipt } from "@vigie/spec";
import type { Language } from "@vigie/spec";
import { speaker } from "../say.ts";
import { verify, type VerifyOptions } from "./verify.ts";

const hash = "a".repeat(64);
const ARCHIVE = "what the team sent";
const named = { id: "follow-the-money", version: "1.0.0" };
const receipt: FirstReceipt = {
  ...{ receipt: 1, event: "e", challenge: named, dataset: named, split: "public", submission: { id: "s", digest: hash } },
  ...{ inputsDigest: hash, labelsCommitment: hash, generator: "g", judge: "j", verdict: "accepted", score: null },
  limits: { cpuMs: 1, wallMs: 1, memoryMiB: 1, tmpMiB: 1, outputMiB: 1, logKiB: 1, sourceMiB: 1 },
  runtimes: { sandbox: "bubblewrap", node: "20", python: null, machine: "linux" },
};
const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const anybodysKey = publicKey.export({ type: "spki", format: "der" }).subarray(12).toString("base64");
const signature = sign(null, Buffer.from(receiptText(receipt)), privateKey).toString("base64");

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "vigie-verify-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function verified(
  language: Language,
  key: string | undefined,
  signed: object,
  options: VerifyOptions = {},
): Promise<{ code: number; out: string }> {
  const file = join(folder, "receipt.json");
  writeFileSync(file, JSON.stringify(signed));
  const lines: string[] = [];
  const asked = key === undefined ? options : { ...options, key };
  const code = await verify(file, asked, speaker(language), (line) => void lines.push(line));
  return { code, out: lines.join("\n") };
}

describe("a receipt that is signed by anybody's key", () => {
  const signed = { receipt, publicKey: anybodysKey, signature };

  it.each([
    ["en", "Nobody vouched for it"],
    ["fr", "Personne ne s’en porte garant"],
  ] as const)("is not taken for the event's: it says whose key it is, in %s, and ends with 4", async (language, words) => {
    const { code, out } = await verified(language, undefined, signed);
    expect([code, out.includes(anybodysKey), out.includes(words)]).toEqual([4, true, true]);
  });

  it("is 0 where that key was given, 1 where another was, and 1 where it is broken, key or no key", async () => {
    expect((await verified("en", anybodysKey, signed)).code).toBe(0);
    expect((await verified("en", `${"B".repeat(43)}=`, signed)).code).toBe(1);
    const broken = { ...signed, receipt: { ...receipt, verdict: "runtime_error" } };
    expect((await verified("en", undefined, broken)).code).toBe(1);
    expect((await verified("en", anybodysKey, broken)).code).toBe(1);
  });
});

describe("a receipt of a version that is made and scored no more", () => {
  const digest = createHash("sha256").update(ARCHIVE).digest("hex");
  const about = { ...receipt, submission: { id: "s", digest } };
  const signed = {
    receipt: about,
    publicKey: anybodysKey,
    signature: sign(null, Buffer.from(receiptText(about)), privateKey).toString("base64"),
  };
  const archiveOf = (text: string): { archive: string } => {
    const archive = join(folder, "archive.tar.gz");
    writeFileSync(archive, text);
    return { archive };
  };

  it.each([
    ["en", /same +signature/, /same +archive/],
    ["fr", /pareil +signature/, /pareil +archive/],
  ] as const)(
    "holds by signature, key and archive, names the commit that judges again, and ends with 5: %s",
    async (language, signature, archive) => {
      const { code, out } = await verified(language, anybodysKey, signed, archiveOf(ARCHIVE));
      expect(out).toMatch(signature);
      expect(out).toMatch(archive);
      expect(out).toMatch(/1\.0\.0.*git checkout 00fed80\b/);
      expect(code).toBe(5);
    },
  );

  it("ends with 5 where nobody vouched for the key, too, and says that; with 0 where nothing was to be judged", async () => {
    const unvouched = await verified("en", undefined, signed, archiveOf(ARCHIVE));
    expect([unvouched.code, unvouched.out.includes("Nobody vouched for it")]).toEqual([5, true]);
    expect(await verified("en", anybodysKey, signed)).toMatchObject({ code: 0, out: expect.stringMatching(/00fed80/) });
    expect((await verified("en", undefined, signed)).code).toBe(4);
  });

  it("ends with 1 where archive, key or signature is another", async () => {
    expect((await verified("en", anybodysKey, signed, archiveOf("another"))).code).toBe(1);
    expect((await verified("en", `${"B".repeat(43)}=`, signed, archiveOf(ARCHIVE))).code).toBe(1);
    const broken = { ...signed, receipt: { ...about, split: "practice" } };
    expect((await verified("en", anybodysKey, broken, archiveOf(ARCHIVE))).code).toBe(1);
  });

  it("of a version that nobody knows is refused as before, for it may be a newer one", async () => {
    const other = { ...about, challenge: { ...named, version: "9.9.9" }, dataset: { ...named, version: "9.9.9" } };
    const signature = sign(null, Buffer.from(receiptText(other)), privateKey).toString("base64");
    const newer = { receipt: other, publicKey: anybodysKey, signature };
    await expect(verified("en", anybodysKey, newer, archiveOf(ARCHIVE))).rejects.toThrow(/version 9\.9\.9/);
  });
});
