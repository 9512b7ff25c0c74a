/** Signed receipts of any format, read by the standard alone: without the code that makes them. */
import { createPublicKey, verify } from "node:crypto";
import { Type, type Static } from "@sinclair/typebox";
import { canonicalJson } from "@vigie/spec";

const Signed = Type.Object({
  receipt: Type.Object({
    receipt: Type.Integer(),
    split: Type.String(),
    verdict: Type.String(),
    submission: Type.Object({ id: Type.String(), digest: Type.String() }),
  }),
  publicKey: Type.String(),
  signature: Type.String(),
});
type SignedOfAny = Static<typeof Signed>;

/** All of a site, as `vigie receipts export` writes them. */
export const ExportedOfAny = Type.Object({ runs: Type.Array(Type.Object({ signed: Signed })) });

const DER_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** Whether the signature is that of the key beside it: Ed25519 over canonical JSON. */
export function holds({ receipt, publicKey, signature }: SignedOfAny): boolean {
  const der = Buffer.concat([DER_PREFIX, Buffer.from(publicKey, "base64")]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify(null, Buffer.from(canonicalJson(receipt)), key, Buffer.from(signature, "base64"));
}
