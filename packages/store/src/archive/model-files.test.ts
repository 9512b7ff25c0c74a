import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { checkBytes, codeOf, GOOD_FILES } from "../../test/check-bytes.ts";
import { tarOf } from "../../test/tar-bytes.ts";
import { rawZipOf } from "../../test/zip-bytes.ts";

const MIB = 1_048_576;
/** Weights as a training run might write them: bytes without order. */
const WEIGHTS = Buffer.from(Float64Array.from({ length: 4_000 }, (_, at) => ((at * 7_919) % 1_000) / 999 - 0.5).buffer);

const sent = (name: string, content: Buffer | string) => gzipSync(tarOf([...GOOD_FILES, { name, content }]));
const hex = (text: string) => Buffer.concat([Buffer.from(text, "hex"), Buffer.alloc(200)]);

function windowsProgram(): Buffer {
  const bytes = Buffer.alloc(200);
  bytes.write("MZ");
  bytes.writeUInt32LE(0x80, 0x3c);
  bytes.write("PE\0\0", 0x80, "latin1");
  return bytes;
}

test.each([
  ["weights in binary", "model.bin", WEIGHTS],
  ["weights in a folder", "model/weights.f64", WEIGHTS],
  ["weights that begin as a Windows program does", "model.bin", Buffer.concat([Buffer.from("MZ"), WEIGHTS])],
  ["a table in JSON", "model.json", JSON.stringify({ weights: [0.1, 0.2] })],
  ["a list of words", "words.txt", "un\ndeux\n"],
  ["numbers with line breaks of Windows", "model.csv", "1,\r\n2,\r\n"],
  ["a file of nothing", "model.bin", ""],
  ["the form of NumPy", "model.npy", hex("934e554d50590100")],
])("%s is taken as data of a model", async (_claim, name, content) => {
  expect(await codeOf(sent(name, content))).toBe("sound");
  expect(await codeOf(rawZipOf([...GOOD_FILES, { name, content }]))).toBe("sound");
});

test("data of a model counts toward the declared size, to the byte", async () => {
  const own = GOOD_FILES.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  expect(await codeOf(sent("model.bin", Buffer.alloc(MIB - own)))).toBe("sound");
  expect(await checkBytes(sent("model.bin", Buffer.alloc(MIB - own + 1)))).toMatchObject({
    fault: { code: "too-large", entry: "model.bin", expected: String(MIB) },
  });
});

test.each([
  ["WebAssembly by its name", "fast.wasm", "x"],
  ["WebAssembly under another name", "model.bin", hex("0061736d01000000")],
  ["a Windows program under another name", "model.bin", windowsProgram()],
  ["a program for Linux under another name", "model.bin", hex("7f454c46020101")],
  ["a library of both of a Mac's processors", "model.bin", hex("cafebabe00000002")],
  ["a static library", "model.bin", "!<arch>\nfast.o/ "],
  ["bitcode", "model.bin", hex("4243c0de")],
  ["bytecode of Python 3.11 under another name", "model.bin", hex("a70d0d0a")],
  ["an object file by its name", "fast.o", "x"],
  ["a Java archive by its name", "fast.jar", "x"],
])("%s is no data of a model", async (_claim, name, content) => {
  expect(await checkBytes(sent(name, content))).toMatchObject({ fault: { code: "compiled-code", entry: name } });
});
