/** The records of a tar's extended header (POSIX pax): `length key=value\n`, the length counting itself, in bytes. */
import { ArchiveRefusal, escapeName } from "./fault.ts";

const LENGTH = /^[1-9][0-9]{0,6}$/;
// What changes neither which files there are nor what they hold. Every other key does so for some reader.
const HARMLESS =
  /^(?:[acm]time|[ug]id|[ug]name|comment|SCHILY\.(?:xattr\..+|acl\..+|fflags|dev|ino|nlink)|LIBARCHIVE\.(?:xattr\..+|creationtime)|RHT\.security\..+)$/u;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export interface Extension {
  readonly path: string | null;
  readonly size: string | null;
}

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new ArchiveRefusal("bad-name", { entry: escapeName(bytes.toString("latin1")) });
  }
}

function recordAt(body: Buffer, at: number): { readonly key: string; readonly value: Buffer; readonly end: number } {
  const space = body.indexOf(" ", at);
  const digits = body.toString("latin1", at, Math.max(at, space));
  const end = at + Number(digits);
  const equals = body.indexOf("=", space);
  if (!LENGTH.test(digits) || end > body.length || equals <= space + 1 || equals >= end || body[end - 1] !== 10)
    throw new ArchiveRefusal("truncated", { found: escapeName(body.toString("latin1", at, at + 40)) });
  return { key: textOf(body.subarray(space + 1, equals)), value: body.subarray(equals + 1, end - 1), end };
}

/**
 * Reads every record. `path` and `size` may stand once in the header of one file, never in a global one, for which
 * readers do not agree; keys that change what is read (sparse files, another character set) are refused.
 * @throws ArchiveRefusal `ambiguous`, `bad-name` or `truncated`.
 */
export function readExtension(body: Buffer, global: boolean): Extension {
  const seen = new Map<string, string>();
  for (let at = 0; at < body.length;) {
    const { key, value, end } = recordAt(body, at);
    at = end;
    if (HARMLESS.test(key)) continue;
    if (global || seen.has(key) || (key !== "path" && key !== "size") || value.length === 0)
      throw new ArchiveRefusal("ambiguous", { found: escapeName(key) });
    if (value.includes(0)) throw new ArchiveRefusal("bad-name", { entry: escapeName(value.toString("latin1")) });
    seen.set(key, textOf(value));
  }
  return { path: seen.get("path") ?? null, size: seen.get("size") ?? null };
}
