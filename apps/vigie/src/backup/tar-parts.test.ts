import { randomBytes } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";
import { describe, expect, it } from "vitest";
import type { BackupPart } from "@vigie/store";
import { sealed, unsealed } from "./seal.ts";
import { partsToTar, tarToParts } from "./tar-parts.ts";

const QUICK = 10;
const SPOOL = randomBytes(70_000);
const CONTENT: readonly (readonly [string, Buffer])[] = [
  ["manifest.json", Buffer.from('{"format":1}')],
  ["tables/teams.ndjson", Buffer.from('{"a":1}\n'.repeat(9000))],
  ["tables/empty.ndjson", Buffer.alloc(0)],
  ["spool/s1.zip", SPOOL],
  ["spool/s1.json", Buffer.alloc(512, "x")],
];

async function* inPieces(bytes: Uint8Array, piece = 1000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
}
async function* parts(): AsyncIterable<BackupPart> {
  for (const [name, bytes] of CONTENT) yield await Promise.resolve({ name, bytes: inPieces(bytes), size: bytes.length });
}
async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of bytes) all.push(piece);
  return Buffer.concat(all);
}

const backup = (passphrase: string) => whole(sealed(partsToTar(parts()), passphrase, QUICK));

describe("a backup", () => {
  it("comes back part by part", async () => {
    const file = await backup("four quiet lanterns");
    const read: [string, Buffer][] = [];
    for await (const { name, bytes } of tarToParts(unsealed(inPieces(file, 777), "four quiet lanterns")))
      read.push([name, await whole(bytes)]);
    expect(read).toEqual(CONTENT.map(([name, bytes]) => [name, bytes]));
  });

  it("may be read in part: what nobody asks for is passed over", async () => {
    const names: string[] = [];
    for await (const { name } of tarToParts(unsealed(inPieces(await backup("p")), "p"))) names.push(name);
    expect(names).toHaveLength(CONTENT.length);
  });

  it("shows nothing of what is in it", async () => {
    const file = await backup("p");
    expect(file.includes("manifest")).toBe(false);
    expect(file.includes(SPOOL.subarray(0, 64))).toBe(false);
  });

  it("is an age file as others write and read them", async () => {
    const theirs = new Decrypter();
    theirs.addPassphrase("p");
    expect((await theirs.decrypt(new Uint8Array(await backup("p")))).subarray(0, 2)).toEqual(new Uint8Array([0x1f, 0x8b]));
    const other = new Encrypter();
    other.setPassphrase("p");
    other.setScryptWorkFactor(QUICK);
    const file = await other.encrypt(new Uint8Array(10));
    await expect(whole(unsealed(inPieces(file), "p"))).rejects.toMatchObject({ code: "damaged" });
  });

  it.each([
    ["another passphrase", "wrong-passphrase", (file: Buffer) => file, "q"],
    ["an empty file", "no-backup", () => Buffer.alloc(0), "p"],
    ["any other file", "no-backup", () => Buffer.from("PK\u0003\u0004 a zip"), "p"],
    ["a file that is cut short", "damaged", (file: Buffer) => file.subarray(0, file.length - 900), "p"],
    ["one bit that changed", "damaged", (file: Buffer) => file.fill(file[5000] ^ 1, 5000, 5001), "p"],
  ])("with %s is refused: %s", async (_, code, spoil, passphrase) => {
    const file = spoil(await backup("p"));
    const read = async (): Promise<void> => {
      for await (const { bytes } of tarToParts(unsealed(inPieces(file), passphrase))) await whole(bytes);
    };
    await expect(read()).rejects.toMatchObject({ code });
  });

  it("that fails while it is read fails as a whole", async () => {
    async function* failing(): AsyncIterable<BackupPart> {
      yield* parts();
      throw new Error("the database is gone");
    }
    await expect(whole(sealed(partsToTar(failing()), "p", QUICK))).rejects.toThrow(/gone/);
  });
});
