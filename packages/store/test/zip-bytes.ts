import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

export interface ZipEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  /** Unix mode, with its kind of file. */
  readonly mode?: number;
}

export async function zipOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, content, mode } of entries)
    zip.addBuffer(Buffer.from(content ?? ""), name, { mtime: new Date(0), mode: mode ?? 0o100644 });
  zip.end();
  return buffer(zip.outputStream);
}

/** The same archive with a name (or any text of the same length) written over another, wherever it stands. */
export function overwritten(zip: Buffer, from: string, to: Buffer | string): Buffer {
  const [before, after] = [Buffer.from(from), Buffer.from(to)];
  if (before.length !== after.length) throw new Error("lengths differ");
  const out = Buffer.from(zip);
  for (let at = out.indexOf(before); at >= 0; at = out.indexOf(before, at + 1)) after.copy(out, at);
  return out;
}

/** The same archive with the field of one entry of the directory changed. `offset` counts from the entry's signature. */
export function directoryField(zip: Buffer, entry: number, offset: number, value: number, bytes: 2 | 4): Buffer {
  const out = Buffer.from(zip);
  let at = -1;
  for (let seen = 0; seen <= entry; seen++) at = out.indexOf(Buffer.from("504b0102", "hex"), at + 1);
  if (bytes === 2) out.writeUInt16LE(value, at + offset);
  else out.writeUInt32LE(value, at + offset);
  return out;
}
