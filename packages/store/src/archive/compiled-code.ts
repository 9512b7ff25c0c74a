/** Compiled code by its name or first bytes: mentors read what runs. Data of a model may be anything else. */
const COMPILED = /\.(?:pyc|pyo|pyd|so|node|dll|dylib|exe|wasm|o|a|lib|class|jar)$|\.so\.[0-9.]+$|(?:^|\/)__pycache__\//i;
// A loader does not ask for the name: ELF, the forms of Mach-O (and Java's classes), WebAssembly, LLVM's bitcode.
const COMPILED_MAGIC = ["7f454c46", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe", "0061736d", "4243c0de"];
const LIBRARY_MAGIC = "!<arch>\n";
const WINDOWS_MAGIC = "MZ";
const WINDOWS_HEADER_AT = 0x3c;
// CPython's versions number their bytecode from 3,000 on, and end the number with a line break.
const BYTECODE = { from: 3_000, below: 4_000, then: "\r\n" } as const;

function isWindowsProgram(content: Buffer): boolean {
  if (content.length < WINDOWS_HEADER_AT + 4 || content.toString("latin1", 0, 2) !== WINDOWS_MAGIC) return false;
  const at = content.readUInt32LE(WINDOWS_HEADER_AT);
  return content.toString("latin1", at, at + 4) === "PE\0\0";
}

function isBytecode(content: Buffer): boolean {
  if (content.length < 4 || content.toString("latin1", 2, 4) !== BYTECODE.then) return false;
  const version = content.readUInt16LE(0);
  return version >= BYTECODE.from && version < BYTECODE.below;
}

export function isCompiled(path: string, content: Buffer): boolean {
  if (COMPILED.test(path) || COMPILED_MAGIC.includes(content.toString("hex", 0, 4))) return true;
  return content.toString("latin1", 0, 8) === LIBRARY_MAGIC || isWindowsProgram(content) || isBytecode(content);
}
