/**
 * A strict JSON parser for one line (RFC 8259) that keeps what `JSON.parse` hides.
 *
 * `JSON.parse` keeps the last of two equal keys, treats `__proto__` specially in careless hands, forgets how a number
 * was written, and may run out of stack on deep nesting. Here objects are Maps, every node knows its own source text,
 * the first doubled key (compared after its escapes are resolved) is reported, and nesting is capped.
 */

export type JsonNode =
  | { readonly kind: "object"; readonly raw: string; readonly members: ReadonlyMap<string, JsonNode> }
  | { readonly kind: "array"; readonly raw: string; readonly items: readonly JsonNode[] }
  | { readonly kind: "string"; readonly raw: string; readonly text: string }
  | { readonly kind: "number"; readonly raw: string; readonly value: number }
  | { readonly kind: "word"; readonly raw: string };

/** `doubled` is the first key that one object holds twice, or null. */
export type JsonLine =
  { readonly ok: true; readonly node: JsonNode; readonly doubled: string | null } | { readonly ok: false; readonly at: number };

/** The lines of every kind nest a few levels; what nests deeper than this is refused as it is read. */
const DEEPEST = 16;

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const SPACE = /[ \t\n\r]*/y;
// What may stand in a string as it is, or escaped.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/g;
const WORD = /true|false|null/y;

const SHORT_ESCAPES = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

class Unreadable extends Error {}

function unescape(raw: string): string {
  const inner = raw.slice(1, -1);
  if (!inner.includes("\\")) return inner;
  return inner.replace(ESCAPE, (_, hex: string | undefined, letter: string) =>
    hex === undefined ? (SHORT_ESCAPES.get(letter) ?? letter) : String.fromCharCode(parseInt(hex, 16)),
  );
}

class LineParser {
  readonly #line: string;
  #at = 0;
  doubled: string | null = null;

  constructor(line: string) {
    this.#line = line;
  }

  get at(): number {
    return this.#at;
  }

  document(): JsonNode {
    const node = this.#value(1);
    if (this.#at < this.#line.length) throw new Unreadable();
    return node;
  }

  /** The longest match here; undefined where there is none. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#line)?.[0];
    if (match !== undefined) this.#at += match.length;
    return match;
  }

  #skipSpace(): void {
    const code = this.#line.charCodeAt(this.#at);
    if (code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d) this.#take(SPACE);
  }

  /** Takes `mark` and the space after it, if it stands here. */
  #sees(mark: string): boolean {
    if (this.#line.charAt(this.#at) !== mark) return false;
    this.#at++;
    this.#skipSpace();
    return true;
  }

  #expect(mark: string): void {
    if (!this.#sees(mark)) throw new Unreadable();
  }

  #value(depth: number): JsonNode {
    if (depth > DEEPEST) throw new Unreadable();
    this.#skipSpace();
    const node = this.#bareValue(depth);
    this.#skipSpace();
    return node;
  }

  #bareValue(depth: number): JsonNode {
    const start = this.#at;
    const first = this.#line.charAt(start);
    if (first === "{") {
      const members = this.#members(depth);
      return { kind: "object", raw: this.#line.slice(start, this.#at), members };
    }
    if (first === "[") {
      const items = this.#items(depth);
      return { kind: "array", raw: this.#line.slice(start, this.#at), items };
    }
    if (first === '"') {
      const raw = this.#string();
      return { kind: "string", raw, text: unescape(raw) };
    }
    const number = this.#take(NUMBER);
    if (number !== undefined) return { kind: "number", raw: number, value: Number(number) };
    const word = this.#take(WORD);
    if (word !== undefined) return { kind: "word", raw: word };
    throw new Unreadable();
  }

  #string(): string {
    const raw = this.#take(STRING);
    if (raw === undefined) throw new Unreadable();
    return raw;
  }

  #members(depth: number): Map<string, JsonNode> {
    const members = new Map<string, JsonNode>();
    this.#expect("{");
    if (this.#closes("}")) return members;
    do {
      const key = unescape(this.#string());
      if (members.has(key)) this.doubled ??= key;
      this.#skipSpace();
      this.#expect(":");
      members.set(key, this.#value(depth + 1));
    } while (this.#sees(","));
    if (!this.#closes("}")) throw new Unreadable();
    return members;
  }

  #items(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.#expect("[");
    if (this.#closes("]")) return items;
    do items.push(this.#value(depth + 1));
    while (this.#sees(","));
    if (!this.#closes("]")) throw new Unreadable();
    return items;
  }

  /** Takes a closing bracket alone, so that the source text of the node ends with it. */
  #closes(mark: string): boolean {
    if (this.#line.charAt(this.#at) !== mark) return false;
    this.#at++;
    return true;
  }
}

/** Parses one line; on failure `at` is the position (UTF-16) where it could not be read. */
export function parseJsonLine(line: string): JsonLine {
  const parser = new LineParser(line);
  try {
    const node = parser.document();
    return { ok: true, node, doubled: parser.doubled };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, at: parser.at };
    throw error;
  }
}
