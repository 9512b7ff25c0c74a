/** One line of output, checked: a prediction, the end line, or the first thing that is wrong with it. */
import { ROLES, isRole } from "@vigie/sdk";
import { nearestName } from "@vigie/sdk/names";
import { ID_LIMIT, type EvidenceIndex, type FaultCode, type PredictionCaps } from "@vigie/spec";
import { excerpt } from "./excerpt.ts";
import { parseJsonLine, type JsonNode } from "./json-line.ts";

/** What predictions are checked against. */
export interface PredictionRules {
  /** Accounts of the split; an account's id is its row number. */
  readonly accountCount: number;
  readonly caps: PredictionCaps;
  /** The ids that may be named: those of the catalogue's indicators of money. */
  readonly knownIndicators: ReadonlySet<string>;
  readonly evidence: EvidenceIndex;
}

export interface PredictionLine {
  readonly kind: "prediction";
  readonly account: number;
  readonly score: number;
  /** Position in `ROLES`, −1 without one. */
  readonly role: number;
  /** Null without findings. */
  readonly findings: ReadonlyMap<string, Float64Array> | null;
}

export interface EndLine {
  readonly kind: "end";
  /** The count as written; null where it is not one. */
  readonly count: number | null;
  readonly raw: string;
}

/** Stops the reading of a line; becomes the reader's fault. */
export class LineFault extends Error {
  readonly code: FaultCode;
  readonly found: string | undefined;
  readonly expected: string | undefined;

  constructor(code: FaultCode, found?: string, expected?: string) {
    super(code);
    this.code = code;
    this.found = found === undefined ? undefined : excerpt(found);
    this.expected = expected === undefined ? undefined : excerpt(expected);
  }
}

type Members = ReadonlyMap<string, JsonNode>;

const PREDICTION_KEYS = ["account", "score", "role", "findings"] as const;
const FINDING_KEYS = ["indicator", "evidence"] as const;
const DIGITS = /^(?:0|[1-9][0-9]*)$/;
const LONGEST_ID = 16;

function membersOf(node: JsonNode): Members {
  if (node.kind !== "object") throw new LineFault("not-an-object", node.raw);
  return node.members;
}

function refuseOtherKeys(members: Members, known: readonly string[]): void {
  for (const key of members.keys()) {
    if (!known.includes(key)) throw new LineFault("unknown-key", key, nearestName(key, known) ?? known.join(", "));
  }
}

function required(members: Members, key: string): JsonNode {
  const node = members.get(key);
  if (node === undefined) throw new LineFault("missing-key", undefined, key);
  return node;
}

/** A whole number written as a JSON integer or as its digits in a string; null for anything else. Over 2^53 it is only some number above every id. */
function wholeNumber(node: JsonNode): number | null {
  const digits = node.kind === "number" ? node.raw : node.kind === "string" ? node.text : "";
  if (!DIGITS.test(digits)) return null;
  return digits.length > LONGEST_ID ? Infinity : Number(digits);
}

function accountOf(node: JsonNode, rules: PredictionRules): number {
  const account = wholeNumber(node);
  if (account === null) throw new LineFault("account-not-an-id", node.raw);
  if (account >= rules.accountCount) throw new LineFault("unknown-account", node.raw, `0 … ${rules.accountCount - 1}`);
  return account;
}

function scoreOf(node: JsonNode): number {
  if (node.kind !== "number") throw new LineFault("score-not-a-number", node.raw);
  if (!(node.value >= 0 && node.value <= 1)) throw new LineFault("score-out-of-range", node.raw, "0 … 1");
  return node.value + 0; // −0 becomes 0
}

function roleOf(node: JsonNode | undefined): number {
  if (node === undefined) return -1;
  const name = node.kind === "string" ? node.text : null;
  if (name === null || !isRole(name)) {
    throw new LineFault("unknown-role", node.raw, (name === null ? null : nearestName(name, ROLES)) ?? ROLES.join(", "));
  }
  return ROLES.indexOf(name);
}

function indicatorOf(node: JsonNode, rules: PredictionRules): string {
  const name = node.kind === "string" ? node.text : null;
  if (name === null || !rules.knownIndicators.has(name)) {
    throw new LineFault(
      "unknown-indicator",
      node.raw,
      name === null ? undefined : (nearestName(name, rules.knownIndicators) ?? undefined),
    );
  }
  return name;
}

function evidenceOf(node: JsonNode, account: number, rules: PredictionRules): Float64Array {
  if (node.kind !== "array") throw new LineFault("evidence-not-a-list", node.raw);
  const most = rules.caps.evidencePerFinding;
  if (node.items.length > most) throw new LineFault("too-much-evidence", String(node.items.length), String(most));
  const ids = new Set<number>();
  for (const item of node.items) {
    const id = wholeNumber(item);
    if (id === null || id >= ID_LIMIT) throw new LineFault("evidence-not-an-id", item.raw);
    if (ids.has(id)) throw new LineFault("doubled-evidence", item.raw);
    if (!rules.evidence.has(account, id)) throw new LineFault("foreign-evidence", item.raw);
    ids.add(id);
  }
  return Float64Array.from(ids).sort();
}

function findingsOf(node: JsonNode | undefined, account: number, rules: PredictionRules): PredictionLine["findings"] {
  if (node === undefined) return null;
  if (node.kind !== "array") throw new LineFault("findings-not-a-list", node.raw);
  const most = rules.caps.findingsPerAlert;
  if (node.items.length > most) throw new LineFault("too-many-findings", String(node.items.length), String(most));
  const findings = new Map<string, Float64Array>();
  for (const item of node.items) {
    const members = membersOf(item);
    refuseOtherKeys(members, FINDING_KEYS);
    const indicator = indicatorOf(required(members, "indicator"), rules);
    if (findings.has(indicator)) throw new LineFault("doubled-indicator", indicator);
    findings.set(indicator, evidenceOf(required(members, "evidence"), account, rules));
  }
  return findings.size > 0 ? findings : null;
}

/**
 * Reads one line of text, without its line break.
 * @throws LineFault with the first thing that is wrong: the JSON itself, then doubled keys, then each key in turn.
 */
export function readPredictionLine(line: string, rules: PredictionRules): PredictionLine | EndLine {
  const parsed = parseJsonLine(line);
  if (!parsed.ok) throw new LineFault("not-json", line);
  if (parsed.doubled !== null) throw new LineFault("doubled-key", parsed.doubled);
  const members = membersOf(parsed.node);
  const end = members.get("end");
  if (end !== undefined && !members.has("account") && !members.has("score")) {
    refuseOtherKeys(members, ["end"]);
    return { kind: "end", count: end.kind === "number" ? wholeNumber(end) : null, raw: end.raw };
  }
  refuseOtherKeys(members, PREDICTION_KEYS);
  const account = accountOf(required(members, "account"), rules);
  const score = scoreOf(required(members, "score"));
  const role = roleOf(members.get("role"));
  return { kind: "prediction", account, score, role, findings: findingsOf(members.get("findings"), account, rules) };
}
