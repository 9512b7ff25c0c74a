/** Where a table's bytes come from: a file, or a buffer that a browser fetched. */
export interface ByteSource {
  /** `length` bytes at `offset`, in memory aligned to 8 bytes; throws when there are fewer. */
  read(offset: number, length: number): Uint8Array;
}

/** A table's file that is in memory already; its bytes are viewed, and copied only where they do not lie on a multiple of 8. */
export function bufferSource(bytes: Uint8Array, name = "buffer"): ByteSource {
  return {
    read(offset, length) {
      if (offset + length > bytes.length) {
        throw new RangeError(`${name}: expected ${offset + length} bytes or more, found ${bytes.length}; copy the data again`);
      }
      const start = bytes.byteOffset + offset;
      return start % 8 === 0 ? new Uint8Array(bytes.buffer, start, length) : bytes.slice(offset, offset + length);
    },
  };
}
