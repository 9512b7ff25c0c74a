import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finalSeed, practiceSeed, publicSeed, stream } from "./seeds.ts";
import { toHex } from "./sha256.ts";

const source = { datasetId: "follow-the-money", datasetVersion: "1.0.0", challengeId: "follow-the-money" };
const text = "follow-the-money\n1.0.0\nfollow-the-money";
const secret = Uint8Array.from({ length: 32 }, (_, i) => i);

describe("seeds", () => {
  it("of practice are anybody's to compute: SHA-256 of vigie and what shapes the bytes", () => {
    expect(toHex(practiceSeed(source))).toBe(createHash("sha256").update(`vigie\n${text}\npractice`).digest("hex"));
  });

  it("of practice hang on the text that the data set names, too", () => {
    const chosen = createHash("sha256").update(`vigie\n${text}\npractice\npractice-4`).digest("hex");
    expect(toHex(practiceSeed(source, "practice-4"))).toBe(chosen);
  });

  it("of the public split are an HMAC under the event's secret", () => {
    expect(toHex(publicSeed(source, secret))).toBe(createHmac("sha256", secret).update(`${text}\npublic`).digest("hex"));
  });

  it("of the final split hang on the locked list too", () => {
    const locked = "ab".repeat(32);
    expect(toHex(finalSeed(source, secret, locked))).toBe(
      createHmac("sha256", secret).update(`${text}\nfinal\n${locked}`).digest("hex"),
    );
    expect(finalSeed(source, secret, locked)).not.toEqual(finalSeed(source, secret, "ac".repeat(32)));
  });

  it.each(["datasetId", "datasetVersion", "challengeId"] as const)("change with %s", (key) => {
    const other = { ...source, [key]: "other" };
    expect(practiceSeed(other)).not.toEqual(practiceSeed(source));
    expect(publicSeed(other, secret)).not.toEqual(publicSeed(source, secret));
    expect(finalSeed(other, secret, "")).not.toEqual(finalSeed(source, secret, ""));
  });

  it("change with the secret", () => {
    expect(
      publicSeed(
        source,
        secret.map((byte) => byte ^ 1),
      ),
    ).not.toEqual(publicSeed(source, secret));
  });
});

describe("a stream", () => {
  it("is eight words of the HMAC of its label, big-endian", () => {
    const words = stream(secret, "ring/17/memos");
    const bytes = createHmac("sha256", secret).update("ring/17/memos").digest();
    expect([...words]).toEqual(Array.from({ length: 8 }, (_, i) => bytes.readUInt32BE(4 * i)));
  });

  it("is the same for the same label, and another for another", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(stream(secret, one)).toEqual(stream(secret, one));
        if (Buffer.from(one).equals(Buffer.from(other))) return;
        expect(stream(secret, one)).not.toEqual(stream(secret, other));
      }),
    );
  });
});
