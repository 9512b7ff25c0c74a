/**
 * The straightforward reader that the real one is held against.
 *
 * It takes the whole output at once and shares no code with the reader: `JSON.parse` says what a line means, and two
 * things that `JSON.parse` hides are brought back by rewriting the line's tokens: how a number was written, and whether
 * an object names a key twice (more keys in the text than in the value).
 */
import type { LineRules } from "../src/kinds/ranking/ranking-reader.ts";

export interface PlainAlert {
  readonly account: number;
  readonly score: number;
  readonly role: string | null;
  /** Indicator → ids, ascending. */
  readonly findings: ReadonlyMap<string, readonly number[]>;
}

/** The alerts by account, or the number of the first wrong line; null where only the end is missing. */
export type PlainOutcome =
  { readonly ok: true; readonly alerts: ReadonlyMap<number, PlainAlert> } | { readonly ok: false; readonly line: number | null };

class Wrong extends Error {}

const TOKEN = /"((?:[^"\\]|\\.)*)"(\s*:)?|-?[0-9][0-9.eE+-]*/g;

/** The line's value with each text as `t…` and each number as `n…`, as it was written. */
function tagged(line: string): unknown {
  JSON.parse(line);
  let keys = 0;
  const text = line.replace(TOKEN, (token, inner: string | undefined, colon: string | undefined) => {
    if (colon !== undefined) keys++;
    return inner === undefined ? `"n${token}"` : `"t${inner}"${colon ?? ""}`;
  });
  const value: unknown = JSON.parse(text);
  if (keysIn(value) !== keys) throw new Wrong();
  return value;
}

function keysIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, each: unknown) => sum + keysIn(each), own);
}

function need(holds: boolean): void {
  if (!holds) throw new Wrong();
}

function objectOf(value: unknown, keys: readonly string[]): Map<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Wrong();
  const members = new Map(Object.entries(value).map(([key, member]): [string, unknown] => [key.slice(1), member]));
  for (const key of members.keys()) need(keys.includes(key));
  return members;
}

function listOf(value: unknown, most: number): unknown[] {
  if (!Array.isArray(value) || value.length > most) throw new Wrong();
  return value;
}

function textOf(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("t")) throw new Wrong();
  return value.slice(1);
}

function idOf(value: unknown): number {
  if (typeof value !== "string" || !/^[tn](?:0|[1-9][0-9]*)$/.test(value)) throw new Wrong();
  const id = Number(value.slice(1));
  need(id < 2 ** 52);
  return id;
}

function scoreOf(value: unknown): number {
  if (typeof value !== "string" || !value.startsWith("n")) throw new Wrong();
  const score = Number(value.slice(1));
  need(score >= 0 && score <= 1);
  return score === 0 ? 0 : score;
}

function findingOf(value: unknown, account: number, rules: LineRules): [string, number[]] {
  const members = objectOf(value, ["indicator", "evidence"]);
  const indicator = textOf(members.get("indicator"));
  need(rules.indicators.has(indicator));
  const ids = listOf(members.get("evidence"), rules.caps.evidencePerFinding).map(idOf);
  need(new Set(ids).size === ids.length && ids.every((id) => rules.truth.owns(account, id)));
  return [indicator, ids.sort((a, b) => a - b)];
}

function alertOf(value: unknown, rules: LineRules): PlainAlert {
  const members = objectOf(value, ["account", "score", "role", "findings"]);
  const account = idOf(members.get("account"));
  need(account < rules.truth.subjects);
  const score = scoreOf(members.get("score"));
  const role = members.has("role") ? textOf(members.get("role")) : null;
  need(role === null || rules.roles.includes(role));
  const found = members.has("findings") ? listOf(members.get("findings"), rules.caps.findingsPerAlert) : [];
  const findings = found.map((each) => findingOf(each, account, rules));
  need(new Set(findings.map(([indicator]) => indicator)).size === findings.length);
  return { account, score, role, findings: new Map(findings) };
}

/** The lines of an output; what follows the last line feed is one only if there is anything. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 10) continue;
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  if (from < bytes.length) lines.push(bytes.subarray(from));
  return lines.map((line) => (line.at(-1) === 13 ? line.subarray(0, -1) : line));
}

function isEnd(value: unknown, alerts: number): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value) || !("tend" in value)) return false;
  need(Object.keys(value).length === 1 && value.tend === `n${alerts}`);
  return true;
}

export function readPlainly(bytes: Uint8Array, rules: LineRules): PlainOutcome {
  const alerts = new Map<number, PlainAlert>();
  let ended = false;
  for (const [index, line] of linesOf(bytes).entries()) {
    try {
      need(!ended && line.length <= rules.caps.lineBytes);
      const value = tagged(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line));
      if (isEnd(value, alerts.size)) {
        ended = true;
        continue;
      }
      const alert = alertOf(value, rules);
      need(!alerts.has(alert.account));
      alerts.set(alert.account, alert);
    } catch {
      return { ok: false, line: index + 1 };
    }
  }
  return ended ? { ok: true, alerts } : { ok: false, line: null };
}
