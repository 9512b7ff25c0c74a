import type { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { ArchiveRefusal } from "./fault.ts";

/** Inflates a deflate stream that must end with the last of `length` bytes, not before. @throws ArchiveRefusal `truncated`; zlib's own errors. */
export async function* inflateExactly(source: Readable, length: number): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  source.on("error", (cause) => inflate.destroy(cause));
  source.pipe(inflate);
  try {
    for await (const chunk of inflate) yield Buffer.from(chunk);
  } finally {
    source.destroy();
    inflate.destroy();
  }
  if (inflate.bytesWritten !== length) throw new ArchiveRefusal("truncated", { expected: "nothing after the end" });
}
