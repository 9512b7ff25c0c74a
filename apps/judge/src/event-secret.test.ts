import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureEventSecret, readEventSecret, secretCommitment, SecretError } from "./event-secret.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the event secret", () => {
  it("is made once, for its owner's eyes alone, and kept on the next start", () => {
    const file = join(folder, "event-secret");
    const first = ensureEventSecret(file);
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(/^[0-9a-f]{64}\n$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(ensureEventSecret(file)).toEqual(first);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("is committed to by a SHA-256 that anybody can compute after the reveal, and that is not the secret", () => {
    const file = join(folder, "event-secret");
    const { commitment } = ensureEventSecret(file);
    const secret = readFileSync(file, "utf8").trim();
    expect(commitment).toBe(createHash("sha256").update(`vigie secret\n${secret}`).digest("hex"));
    expect(commitment).toBe(secretCommitment(readEventSecret(file)));
    expect(commitment).not.toContain(secret);
  });

  it("differs from one event to the next", () => {
    expect(ensureEventSecret(join(folder, "a"))).not.toEqual(ensureEventSecret(join(folder, "b")));
  });

  it.each([
    ["empty", ""],
    ["cut short", "ab".repeat(31)],
    ["too long", "ab".repeat(33)],
    ["in capitals", "AB".repeat(32)],
    ["not hexadecimal", "zz".repeat(32)],
    ["on two lines", `${"ab".repeat(16)}\n${"ab".repeat(16)}`],
  ])("is refused where its file is %s, and the sentence does not repeat it", (_name, text) => {
    const file = join(folder, "event-secret");
    writeFileSync(file, text);
    let said = "";
    try {
      readEventSecret(file);
    } catch (error) {
      expect(error).toBeInstanceOf(SecretError);
      said = error instanceof Error ? error.message : "";
    }
    expect(said).toContain(file);
    if (text !== "") expect(said).not.toContain(text.slice(0, 16));
    expect(() => ensureEventSecret(file)).toThrow(SecretError);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("is never made anew where the file is missing and only read", () => {
    expect(() => readEventSecret(join(folder, "none"))).toThrow(SecretError);
  });
});
