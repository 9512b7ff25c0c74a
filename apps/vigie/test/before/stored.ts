/** Files that were written by the code as it was, and are never written again. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export function stored(name: string): string {
  return join(import.meta.dirname, "fixtures", name);
}

/** A stored value, as its reader declares it; `.gz` is unpacked. */
export function storedJson(name: string): unknown {
  const bytes = readFileSync(stored(name));
  return JSON.parse((name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
