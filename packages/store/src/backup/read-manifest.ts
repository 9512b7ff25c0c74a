import { checked } from "@vigie/spec/node";
import { StoreError } from "../errors.ts";
import { Manifest } from "./manifest.ts";

const MOST_BYTES = 64 * 1_048_576;

/** @throws StoreError `newer-schema` for another format; else what reading throws. */
export async function readManifest(bytes: AsyncIterable<Uint8Array>): Promise<Manifest> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    if ((size += chunk.length) > MOST_BYTES) throw new RangeError("a manifest of more than 64 MiB");
  }
  const value: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const format: unknown = typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
  if (typeof format === "number" && format > 1)
    throw new StoreError("newer-schema", "the backup is of a newer version of Vigie: restore it with that one");
  return checked(Manifest, value, "manifest.json");
}
