import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJsonLine, type JsonNode } from "./json-line.ts";

function plain(node: JsonNode): unknown {
  if (node.kind === "object") return Object.fromEntries([...node.members].map(([key, member]) => [key, plain(member)]));
  if (node.kind === "array") return node.items.map(plain);
  if (node.kind === "string") return node.text;
  if (node.kind === "number") return node.value;
  return node.raw === "null" ? null : node.raw === "true";
}

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("what it accepts means what JSON.parse says", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      const line = parseJsonLine(text);
      expect(line.ok && plain(line.node)).toEqual(JSON.parse(text));
    }),
  );
});

test("it accepts and refuses like JSON.parse, whatever is changed in a line", () => {
  const damage = fc.tuple(
    fc.json({ maxDepth: 3 }),
    fc.nat(),
    fc.constantFrom("", ",", '"', "\\", "{", "]", "0", "-", "e", "\u0000", " "),
  );
  fc.assert(
    fc.property(damage, ([text, at, sign]) => {
      const cut = at % (text.length + 1);
      const damaged = text.slice(0, cut) + sign + text.slice(cut + 1);
      expect(parseJsonLine(damaged).ok).toBe(accepts(damaged));
    }),
    { numRuns: 2000 },
  );
});
