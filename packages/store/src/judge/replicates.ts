import { endianness } from "node:os";
import { StoreError } from "../errors.ts";

const BYTES = Float64Array.BYTES_PER_ELEMENT;

function swapped(bytes: Buffer): Buffer {
  return endianness() === "LE" ? bytes : bytes.swap64();
}

/** Replicates as they are stored: 64-bit floats, little-endian, to the last bit. */
export function replicateBytes(replicates: readonly number[]): Buffer {
  return swapped(Buffer.from(Float64Array.from(replicates).buffer));
}

/** @throws StoreError `inconsistent` for bytes that are no whole numbers of floats. */
export function replicatesOf(stored: Buffer): Float64Array<ArrayBuffer> {
  if (stored.length % BYTES !== 0)
    throw new StoreError("inconsistent", `expected whole 64-bit floats; found ${stored.length} bytes`);
  return new Float64Array(Uint8Array.from(swapped(Buffer.from(stored))).buffer);
}
