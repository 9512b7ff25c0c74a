import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { receiptText, type Receipt } from "@vigie/spec";
import { describe, expect, it } from "vitest";
import { signatureHolds } from "./event-key.ts";
import { isSmallOrder } from "./small-order.ts";

const P = 2n ** 255n - 19n;
/** Of order 8: doubled once, its y is 0. The other one is −y. */
const ORDER_8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
/** The y of every point whose order divides 8, without the sign of x; then those that 255 bits can say twice. */
const SMALL = [0n, 1n, P - 1n, ORDER_8, P - ORDER_8, P, P + 1n];

function encoded(y: bigint, sign: 0 | 1): Buffer {
  const bytes = Buffer.from(y.toString(16).padStart(64, "0"), "hex").reverse();
  bytes[31] |= sign << 7;
  return bytes;
}

const rawPublicKey = (): Buffer => generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "der" }).subarray(12);

const RECEIPT: Receipt = {
  receipt: 2,
  kind: "ranking",
  world: "bank",
  event: "demo",
  challenge: { id: "follow-the-money", version: "1.0.0" },
  dataset: { id: "follow-the-money", version: "1.0.0" },
  split: "public",
  submission: { id: "s1", digest: "a".repeat(64) },
  inputsDigest: "b".repeat(64),
  labelsCommitment: "c".repeat(64),
  generator: "g",
  judge: "j",
  runtimes: { sandbox: "bubblewrap", node: "20.20.2", python: null, machine: "linux x64" },
  limits: { cpuMs: 1, wallMs: 2, memoryMiB: 3, tmpMiB: 4, outputMiB: 5, logKiB: 6, sourceMiB: 7 },
  verdict: "accepted",
  score: null,
};

describe("a key of small order", () => {
  it.each(SMALL.flatMap((y) => [encoded(y, 0), encoded(y, 1)]).map((key) => [key.toString("hex"), key] as const))(
    "%s is told",
    (_hex, key) => expect(isSmallOrder(key)).toBe(true),
  );

  it("is no key that somebody made, nor the base point", () => {
    for (let n = 0; n < 200; n++) expect(isSmallOrder(rawPublicKey())).toBe(false);
    expect(isSmallOrder(Buffer.from(`58${"66".repeat(31)}`, "hex"))).toBe(false);
  });

  it("holds for no receipt, though OpenSSL lets the neutral point sign them all", () => {
    const neutral = encoded(1n, 0);
    const signature = Buffer.concat([neutral, Buffer.alloc(32)]);
    const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), neutral]);
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    for (const receipt of [RECEIPT, { ...RECEIPT, verdict: "time_limit" as const }]) {
      expect(verify(null, Buffer.from(receiptText(receipt)), key, signature)).toBe(true);
      const signed = { receipt, publicKey: neutral.toString("base64"), signature: signature.toString("base64") };
      expect(signatureHolds(signed)).toBe(false);
    }
  });
});
