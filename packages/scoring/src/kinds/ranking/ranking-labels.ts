/** What a ranking is scored against, out of a split's tables of labels; labels that contradict themselves are refused. */
import type { Truth } from "@vigie/spec";
import { LabelTable } from "../../labels/label-table.ts";
import { readUnits, type Units } from "../../labels/units.ts";
import type { Planted } from "../../measures/explanation.ts";

export interface Positive extends Planted {
  readonly subject: number;
  /** Null where the world has no roles. */
  readonly role: string | null;
}

export interface RankingLabels {
  readonly subjects: number;
  /** In the order of their numbers. */
  readonly positives: readonly Positive[];
  /** By subject: its position in `positives`, −1 for a lawful one. */
  readonly positiveOf: Int32Array;
  /** Look-alike group → its members, ascending; positives inside a group are listed and not counted. */
  readonly groups: ReadonlyMap<string, Int32Array>;
  readonly units: Units;
}

interface Planting {
  readonly role: string | null;
  readonly planted: Map<string, Set<number>>;
  readonly met: Set<string>;
}

function refuseUnlistedRings(table: LabelTable, truth: Truth): void {
  const rings = LabelTable.where(truth, "rings");
  if (rings === null) return;
  const listed = new Set<number>(rings.numbers("ring"));
  const ringOf = table.numbers("ring");
  const stray = ringOf.findIndex((ring) => !listed.has(ring));
  if (stray >= 0) table.refuse("ring", stray, "a ring of rings.arrow", ringOf[stray]);
}

/** Roles by row; null where the table has none. */
function rolesOf(table: LabelTable, roles: readonly string[]): (row: number) => string | null {
  if (!table.has("role")) return () => null;
  const { codes, words } = table.text("role");
  const stray = codes.findIndex((code) => !roles.includes(words[code]));
  if (stray >= 0) table.refuse("role", stray, roles.join(", "), JSON.stringify(words[codes[stray]]));
  return (row) => words[codes[row]];
}

function readPositives(table: LabelTable, truth: Truth, roles: readonly string[]): Map<number, Planting> {
  const subjects = table.subjects();
  const roleOf = rolesOf(table, roles);
  refuseUnlistedRings(table, truth);
  const positives = new Map<number, Planting>();
  for (let row = 0; row < table.rows; row++) {
    if (row > 0 && subjects[row] <= subjects[row - 1]) {
      table.refuse(truth.subject, row, `a number above ${subjects[row - 1]}, each once`, subjects[row]);
    }
    positives.set(subjects[row], { role: roleOf(row), planted: new Map(), met: new Set() });
  }
  if (table.rows === 0) table.refuse(truth.subject, null, "at least one positive", "none");
  if (table.rows >= truth.subjects) {
    table.refuse(truth.subject, null, `fewer positives than subjects (${truth.subjects})`, table.rows);
  }
  return positives;
}

function addFindings(table: LabelTable, positives: ReadonlyMap<number, Planting>): void {
  const subjects = table.subjects();
  const indicators = table.text("indicator");
  const evidence = table.numbers("evidence");
  const planted = table.numbers("planted");
  for (let row = 0; row < table.rows; row++) {
    const positive = positives.get(subjects[row]);
    const indicator = indicators.words[indicators.codes[row]];
    if (!positive) {
      if (planted[row] === 1) table.refuse("planted", row, `0, as ${subjects[row]} is no positive`, 1);
      continue;
    }
    positive.met.add(indicator);
    if (planted[row] !== 1) continue;
    const ids = positive.planted.get(indicator) ?? new Set();
    positive.planted.set(indicator, ids.add(evidence[row]));
  }
}

function readGroups(table: LabelTable, subject: string): Map<string, Int32Array> {
  const subjects = table.subjects();
  const { codes, words } = table.text("group");
  const members = new Map<string, number[]>();
  codes.forEach((code, row) => {
    const group = members.get(words[code]) ?? [];
    const last = group.at(-1) ?? -1;
    if (subjects[row] <= last) table.refuse(subject, row, `a number above ${last}, each once in a group`, subjects[row]);
    group.push(subjects[row]);
    members.set(words[code], group);
  });
  return new Map(Array.from(members, ([group, list]) => [group, Int32Array.from(list)]));
}

function withoutPlanting(positives: ReadonlyMap<number, Planting>): number {
  return [...positives.values()].findIndex(({ planted }) => planted.size === 0);
}

/**
 * Tables that the world does not declare (findings, groups, rings) are nothing, and so are roles where positives have none.
 * @param roles those that there are.
 * @throws SpecError `bad-labels` naming file, column and row where labels contradict themselves: a subject out of range, an
 * unknown role, a positive with nothing planted, a planted row of a lawful subject, no positive or nothing else.
 */
export function readLabels(truth: Truth, roles: readonly string[]): RankingLabels {
  const units = readUnits(truth);
  const table = new LabelTable(truth, "positives");
  const plantings = readPositives(table, truth, roles);
  const findings = LabelTable.where(truth, "findings");
  if (findings !== null) {
    addFindings(findings, plantings);
    const bare = withoutPlanting(plantings);
    if (bare >= 0) table.refuse(truth.subject, bare, "a planted finding", `none in ${truth.place("findings")}`);
  }
  const groups = LabelTable.where(truth, "groups");
  const positives = Array.from(plantings, ([subject, { role, planted, met }]) => {
    return { subject, role, planted, incidental: new Set([...met].filter((indicator) => !planted.has(indicator))) };
  });
  const positiveOf = new Int32Array(truth.subjects).fill(-1);
  positives.forEach(({ subject }, i) => (positiveOf[subject] = i));
  return {
    subjects: truth.subjects,
    positives,
    positiveOf,
    groups: groups === null ? new Map() : readGroups(groups, truth.subject),
    units,
  };
}
