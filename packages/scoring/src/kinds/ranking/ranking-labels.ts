/** What a ranking is scored against, out of a split's tables of labels; labels that contradict themselves are refused. */
import type { TableReader, Truth } from "@vigie/spec";
import { declares, labelTable, subjectsOf } from "../../labels/label-tables.ts";
import { readUnits, type Units } from "../../labels/units.ts";
import { rowsOf, type Planted } from "../../measures/explanation.ts";

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
  /** Rows of findings that were not planted; the same row may have been planted for another indicator. */
  readonly unplanted: Set<number>;
}

function readPositives(table: TableReader, truth: Truth, known: readonly string[]): Map<number, Planting> {
  const { subject, subjects: all } = truth;
  const subjects = subjectsOf(table, truth);
  const roles = declares(truth, "positives", "role") ? table.wordsOf("role") : null;
  if (roles !== null) table.demand("role", roles, known.join(", "), (row) => known.includes(roles[row]));
  if (declares(truth, "rings")) {
    const listed = new Set<number>(labelTable(truth, "rings").numbers("ring"));
    const ringOf = table.numbers("ring");
    table.demand("ring", ringOf, "a ring of rings.arrow", (row) => listed.has(ringOf[row]));
  }
  table.demand(subject, subjects, "ascending numbers, each once", (row) => row === 0 || subjects[row] > subjects[row - 1]);
  if (table.rows === 0) table.refuse(subject, null, "at least one positive", "none");
  if (table.rows >= all) table.refuse(subject, null, `fewer positives than subjects (${all})`, table.rows);
  return new Map(
    Array.from(subjects, (one, row) => [
      one,
      { role: roles?.[row] ?? null, planted: new Map(), met: new Set(), unplanted: new Set() },
    ]),
  );
}

function addFindings(truth: Truth, positives: ReadonlyMap<number, Planting>): void {
  const table = labelTable(truth, "findings");
  const subjects = subjectsOf(table, truth);
  const indicators = table.text("indicator");
  const evidence = table.numbers("evidence");
  const planted = table.numbers("planted");
  table.demand("planted", planted, "0, as it is no positive's", (row) => planted[row] !== 1 || positives.has(subjects[row]));
  for (let row = 0; row < table.rows; row++) {
    const positive = positives.get(subjects[row]);
    const indicator = indicators.words[indicators.codes[row]];
    positive?.met.add(indicator);
    if (planted[row] === 1) positive?.planted.set(indicator, (positive.planted.get(indicator) ?? new Set()).add(evidence[row]));
    else positive?.unplanted.add(evidence[row]);
  }
}

function readGroups(truth: Truth): Map<string, Int32Array> {
  const table = labelTable(truth, "groups");
  const subjects = subjectsOf(table, truth);
  const members = new Map<string, number[]>();
  table.wordsOf("group").forEach((group, row) => {
    const list = members.get(group) ?? [];
    const last = list.at(-1) ?? -1;
    if (subjects[row] <= last) table.refuse(truth.subject, row, `a number above ${last}, each once in a group`, subjects[row]);
    list.push(subjects[row]);
    members.set(group, list);
  });
  return new Map(Array.from(members, ([group, list]) => [group, Int32Array.from(list)]));
}

/**
 * Tables that the world does not declare (findings, groups, rings) are nothing, and so are roles where positives have none.
 * @param roles those that there are.
 * @throws SpecError `bad-labels` naming file, column and row where labels contradict themselves: a subject out of range, an
 * unknown role, a positive with nothing planted, a planted row of a lawful subject, no positive or nothing else.
 */
export function readLabels(truth: Truth, roles: readonly string[]): RankingLabels {
  const units = readUnits(truth);
  const table = labelTable(truth, "positives");
  const plantings = readPositives(table, truth, roles);
  const labelled = declares(truth, "findings");
  if (labelled) addFindings(truth, plantings);
  const positives = Array.from(plantings, ([subject, { role, planted, met, unplanted }]) => {
    const rows = rowsOf(planted);
    const incidental = new Set([...met].filter((indicator) => !planted.has(indicator)));
    return { subject, role, planted, incidental, incidentalRows: new Set([...unplanted].filter((id) => !rows.has(id))) };
  });
  const bare = labelled ? positives.findIndex(({ planted }) => planted.size === 0) : -1;
  if (bare >= 0) table.refuse(truth.subject, bare, "a planted finding", `none in ${truth.place("findings")}`);
  const positiveOf = new Int32Array(truth.subjects).fill(-1);
  positives.forEach(({ subject }, i) => (positiveOf[subject] = i));
  return {
    subjects: truth.subjects,
    positives,
    positiveOf,
    groups: declares(truth, "groups") ? readGroups(truth) : new Map(),
    units,
  };
}
