/** What every kind asks of the values of a line; each refuses with the first thing that is wrong. */
import { nearestName } from "@vigie/sdk/names";
import { parseJsonLine, type JsonNode } from "./json-line.ts";
import { LineFault } from "./line-fault.ts";

export type Members = ReadonlyMap<string, JsonNode>;

const DIGITS = /^(?:0|[1-9][0-9]*)$/;
const LONGEST_ID = 16;

/** @throws LineFault `not-an-object`. */
export function membersOf(node: JsonNode): Members {
  if (node.kind !== "object") throw new LineFault("not-an-object", node.raw);
  return node.members;
}

/** The members of a line of text, without its line break. @throws LineFault `not-json`, `doubled-key` or `not-an-object`. */
export function readMembers(line: string): Members {
  const parsed = parseJsonLine(line);
  if (!parsed.ok) throw new LineFault("not-json", line);
  if (parsed.doubled !== null) throw new LineFault("doubled-key", parsed.doubled);
  return membersOf(parsed.node);
}

/** @throws LineFault `unknown-key`. */
export function refuseOtherKeys(members: Members, known: readonly string[]): void {
  for (const key of members.keys()) {
    if (!known.includes(key)) throw new LineFault("unknown-key", key, nearestName(key, known) ?? known.join(", "));
  }
}

/** @throws LineFault `missing-key`. */
export function required(members: Members, key: string): JsonNode {
  const node = members.get(key);
  if (node === undefined) throw new LineFault("missing-key", undefined, key);
  return node;
}

/** A whole number written as a JSON integer or as its digits in a string; null for anything else. Over 2^53 it is only some number above every id. */
export function wholeNumber(node: JsonNode): number | null {
  const digits = node.kind === "number" ? node.raw : node.kind === "string" ? node.text : "";
  if (!DIGITS.test(digits)) return null;
  return digits.length > LONGEST_ID ? Infinity : Number(digits);
}

/** The items of a list of at most `most`. @param codes of the fault where it is none, and where it is longer. */
export function itemsOf(node: JsonNode, most: number, codes: readonly [noList: string, tooMany: string]): readonly JsonNode[] {
  if (node.kind !== "array") throw new LineFault(codes[0], node.raw);
  if (node.items.length > most) throw new LineFault(codes[1], String(node.items.length), String(most));
  return node.items;
}
