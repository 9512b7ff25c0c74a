/** The lines of a ranking: a subject, how much it is suspected, and why. */
import { nearestName } from "@vigie/sdk/names";
import { ID_LIMIT, type Truth } from "@vigie/spec";
import type { RankingChallenge } from "@vigie/spec/ranking";
import type { JsonNode } from "../../json-line.ts";
import { LineFault } from "../../line-fault.ts";
import { itemsOf, membersOf, refuseOtherKeys, required, wholeNumber, type Members } from "../../line-values.ts";
import { SubjectsOfLines } from "../../subjects-of-lines.ts";
import type { OutputReader, Scorable } from "../kind-scoring.ts";
import type { Alerts } from "./alerts.ts";

/** What lines are checked against. */
export interface LineRules {
  readonly truth: Pick<Truth, "subjects" | "subject" | "owns">;
  readonly caps: RankingChallenge["caps"];
  /** The ids that may be named. */
  readonly indicators: ReadonlySet<string>;
  readonly roles: readonly string[];
}

const FINDING_KEYS = ["indicator", "evidence"] as const;
const NO_FINDINGS: ReadonlyMap<string, Float64Array> = new Map();

function scoreOf(node: JsonNode): number {
  if (node.kind !== "number") throw new LineFault("score-not-a-number", node.raw);
  if (!(node.value >= 0 && node.value <= 1)) throw new LineFault("score-out-of-range", node.raw, "0 … 1");
  return node.value + 0; // −0 becomes 0
}

export class RankingReader implements OutputReader {
  readonly required: readonly string[];
  readonly #rules: LineRules;
  readonly #finish: (alerts: Alerts) => Scorable;
  readonly #keys: readonly string[];
  readonly #subjects: SubjectsOfLines;
  readonly #scores: Float64Array;
  /** Positions in the rules' roles, −1 without one. */
  readonly #roles: Int8Array;
  readonly #findings = new Map<number, ReadonlyMap<string, Float64Array>>();

  constructor(rules: LineRules, finish: (alerts: Alerts) => Scorable) {
    this.#rules = rules;
    this.#finish = finish;
    this.required = [rules.truth.subject, "score"];
    this.#keys = [...this.required, "role", "findings"];
    this.#subjects = new SubjectsOfLines(rules.truth);
    this.#scores = new Float64Array(rules.truth.subjects);
    this.#roles = new Int8Array(rules.truth.subjects).fill(-1);
  }

  line(members: Members): void {
    refuseOtherKeys(members, this.#keys);
    const subject = this.#subjects.named(required(members, this.#rules.truth.subject));
    const score = scoreOf(required(members, "score"));
    const role = this.#role(members.get("role"));
    const findings = this.#findingsOf(members.get("findings"), subject);
    this.#subjects.once(subject);
    this.#scores[subject] = score;
    this.#roles[subject] = role;
    if (findings.size > 0) this.#findings.set(subject, findings);
  }

  end(): Scorable {
    const { met: alerted, count } = this.#subjects;
    const roleOf = (subject: number) => this.#rules.roles[this.#roles[subject]] ?? null;
    return this.#finish({ count, alerted, scores: this.#scores, roleOf, findings: this.#findings });
  }

  #role(node: JsonNode | undefined): number {
    if (node === undefined) return -1;
    const { roles } = this.#rules;
    const name = node.kind === "string" ? node.text : null;
    const role = name === null ? -1 : roles.indexOf(name);
    if (role >= 0) return role;
    throw new LineFault("unknown-role", node.raw, (name === null ? null : nearestName(name, roles)) ?? roles.join(", "));
  }

  #indicator(node: JsonNode): string {
    const { indicators } = this.#rules;
    const name = node.kind === "string" ? node.text : null;
    if (name !== null && indicators.has(name)) return name;
    throw new LineFault("unknown-indicator", node.raw, name === null ? undefined : (nearestName(name, indicators) ?? undefined));
  }

  #evidence(node: JsonNode, subject: number): Float64Array {
    const { truth, caps } = this.#rules;
    const ids = new Set<number>();
    for (const item of itemsOf(node, caps.evidencePerFinding, ["evidence-not-a-list", "too-much-evidence"])) {
      const id = wholeNumber(item);
      if (id === null || id >= ID_LIMIT) throw new LineFault("evidence-not-an-id", item.raw);
      if (ids.has(id)) throw new LineFault("doubled-evidence", item.raw);
      if (!truth.owns(subject, id)) throw new LineFault("foreign-evidence", item.raw);
      ids.add(id);
    }
    return Float64Array.from(ids).sort();
  }

  #findingsOf(node: JsonNode | undefined, subject: number): ReadonlyMap<string, Float64Array> {
    if (node === undefined) return NO_FINDINGS;
    const findings = new Map<string, Float64Array>();
    for (const item of itemsOf(node, this.#rules.caps.findingsPerAlert, ["findings-not-a-list", "too-many-findings"])) {
      const members = membersOf(item);
      refuseOtherKeys(members, FINDING_KEYS);
      const indicator = this.#indicator(required(members, "indicator"));
      if (findings.has(indicator)) throw new LineFault("doubled-indicator", indicator);
      findings.set(indicator, this.#evidence(required(members, "evidence"), subject));
    }
    return findings;
  }
}
