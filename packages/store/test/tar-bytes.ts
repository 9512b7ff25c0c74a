/** Tar bytes made by hand, so that a test can say in an archive what no archiver would. */
export interface TarEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** The type flag: "0" file, "1" hard link, "2" symbolic link, "3" and "4" devices, "5" folder, "6" FIFO, "x" extended header. */
  readonly type?: string;
  readonly link?: string;
  /** What the header says, where it lies. */
  readonly size?: number;
  readonly badCheckSum?: boolean;
  /** Bytes written over the header, before its check sum is made. */
  readonly over?: readonly (readonly [at: number, bytes: string])[];
}

function header(entry: TarEntry, length: number): Buffer {
  const block = Buffer.alloc(512);
  const name = typeof entry.name === "string" ? Buffer.from(entry.name) : entry.name;
  name.copy(block, 0, 0, 100);
  block.write("0000644\0", 100);
  block.write("0000000\0", 108);
  block.write("0000000\0", 116);
  block.write(`${(entry.size ?? length).toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write(" ".repeat(8), 148);
  block.write(entry.type ?? "0", 156);
  block.write(entry.link ?? "", 157);
  block.write("ustar\x0000", 257);
  for (const [at, bytes] of entry.over ?? []) block.write(bytes, at, "latin1");
  const sum = block.reduce((total, byte) => total + byte, 0) + (entry.badCheckSum === true ? 1 : 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

export function tarEntry(entry: TarEntry): Buffer {
  const content = Buffer.from(entry.content ?? "");
  return Buffer.concat([header(entry, content.length), content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

export function tarOf(entries: readonly TarEntry[], end = Buffer.alloc(1024)): Buffer {
  return Buffer.concat([...entries.map(tarEntry), end]);
}

/** A pax record says its own length. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(rest) + 1;
  while (String(length).length + Buffer.byteLength(rest) > length) length += 1;
  return `${length}${rest}`;
}
