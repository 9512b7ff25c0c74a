/** Tiny splits and outputs for tests: plain literals in, the room's own types out. */
import { join } from "node:path";
import { tablesOf, worldOf, type Column, type ColumnValues, type Table, type TableBatch, type Truth } from "@vigie/spec";
import { checked, loadChallenge } from "@vigie/spec/node";
import { isRankingChallenge, RankingDetails, type RankingChallenge } from "@vigie/spec/ranking";
import type { Alerts } from "../src/kinds/ranking/alerts.ts";
import type { Scorable } from "../src/kinds/kind-scoring.ts";
import { layOutSplit, type RankingSplit } from "../src/kinds/ranking/ranking-case.ts";
import { readLabels, type RankingLabels } from "../src/kinds/ranking/ranking-labels.ts";
import { RankingReader, type LineRules } from "../src/kinds/ranking/ranking-reader.ts";
import { scorableOf } from "../src/kinds/ranking/ranking-scoring.ts";
import { drawResamples, OutputStream, scoreRun, type Resamples, type ScoredRun } from "../src/index.ts";

export const { roles: ROLES } = worldOf({ world: "bank" });

const DECLARED = loadChallenge(join(import.meta.dirname, "../../../challenges/follow-the-money"));
if (!isRankingChallenge(DECLARED)) throw new Error("expected a ranking");

export const CHALLENGE: RankingChallenge = {
  ...DECLARED,
  budgetShare: 0.1,
  parts: [
    { measure: "ranking", weight: 0.4 },
    { measure: "budget", weight: 0.2 },
    { measure: "indicators", weight: 0.15 },
    { measure: "evidence", weight: 0.15 },
    { measure: "roles", weight: 0.1 },
  ],
  penalties: [{ measure: "harm", smallestGroup: 20 }],
  interval: { resamples: 200, level: 0.95 },
};

type Row = Readonly<Record<string, string | number>>;
export type LabelRows = Readonly<Record<string, readonly Row[]>>;

function valuesOf({ name, type }: Column, rows: readonly Row[]): ColumnValues {
  if (type !== "text") return { kind: "int64", values: Float64Array.from([...rows.map((row) => Number(row[name])), 99]) };
  const words = [...new Set(rows.map((row) => String(row[name])))].sort();
  const codeOf = new Map(words.map((word, code) => [word, code]));
  return { kind: "text", words, codes: Int32Array.from(rows, (row) => codeOf.get(String(row[name])) ?? -1) };
}

function batchOf({ columns }: Table, rows: readonly Row[]): TableBatch {
  return { rows: rows.length, columns: Object.fromEntries(columns.map((column) => [column.name, valuesOf(column, rows)])) };
}

/** Labels of a bank, of which the tables that `rows` has are declared. Arrays are longer than their rows. */
export function truthOf(subjects: number, rows: LabelRows): Truth {
  const declared = tablesOf({ world: "bank" }, "labels").filter(({ name }) => Object.hasOwn(rows, name));
  const tables = new Map(declared.map((table) => [table.name, batchOf(table, rows[table.name])]));
  return {
    subjects,
    subject: "account",
    declared,
    place: (table) => `labels/${table}.arrow`,
    table: (name) => tables.get(name) ?? { rows: 0, columns: {} },
    owns: () => true,
  };
}

export interface PlainPositive {
  readonly account: number;
  readonly ring?: number;
  readonly role?: string;
  readonly planted?: Readonly<Record<string, readonly number[]>>;
  readonly incidental?: readonly string[];
  /** Rows by indicator that are true of it and were not planted. */
  readonly unplanted?: Readonly<Record<string, readonly number[]>>;
}

export interface PlainAlert {
  readonly account: number;
  readonly score: number;
  readonly role?: string;
  readonly findings?: Readonly<Record<string, readonly number[]>>;
}

type PlainGroups = Readonly<Record<string, readonly number[]>>;

function findingsOf({ account, planted = { cash: [account * 10] }, incidental = [], unplanted = {} }: PlainPositive): Row[] {
  const rows = (of: Readonly<Record<string, readonly number[]>>, flag: number) =>
    Object.entries(of).flatMap(([indicator, ids]) => ids.map((evidence) => ({ account, indicator, evidence, planted: flag })));
  return [
    ...rows(planted, 1),
    ...rows(unplanted, 0),
    ...incidental.map((indicator) => ({ account, indicator, evidence: 1, planted: 0 })),
  ];
}

/** Units: rings of positives; every other account alone. Strata: positives apart from the rest, by their groups. */
function unitsOf(subjects: number, positives: readonly PlainPositive[], groups: PlainGroups): Row[] {
  const ringOf = new Map(positives.map(({ account, ring = account }) => [account, ring]));
  return Array.from({ length: subjects }, (_, account) => {
    const ring = ringOf.get(account);
    const stratum = Object.keys(groups).filter((group) => groups[group].includes(account));
    return ring === undefined
      ? { account, unit: account, stratum: stratum.join("+") }
      : { account, unit: subjects + ring, stratum: "ring" };
  });
}

export function labelsOf(subjects: number, positives: readonly PlainPositive[], groups: PlainGroups = {}): RankingLabels {
  const sorted = positives.toSorted((a, b) => a.account - b.account);
  const rows = {
    positives: sorted.map(({ account, ring = account, role = "exploited" }) => ({ account, ring, role })),
    findings: sorted.flatMap(findingsOf),
    groups: Object.entries(groups).flatMap(([group, accounts]) =>
      accounts.toSorted((a, b) => a - b).map((account) => ({ account, group })),
    ),
    units: unitsOf(subjects, positives, groups),
  };
  return readLabels(truthOf(subjects, rows), ROLES);
}

export function alertsOf(subjects: number, alerts: readonly PlainAlert[]): Alerts {
  const alerted = new Uint8Array(subjects);
  const scores = new Float64Array(subjects);
  const roles = new Map(alerts.map(({ account, role }) => [account, role]));
  const findings = new Map<number, Map<string, Float64Array>>();
  for (const alert of alerts) {
    alerted[alert.account] = 1;
    scores[alert.account] = alert.score;
    const named = Object.entries(alert.findings ?? {}).map(
      ([indicator, ids]) => [indicator, Float64Array.from(ids).sort()] as const,
    );
    if (named.length > 0) findings.set(alert.account, new Map(named));
  }
  return { count: alerts.length, alerted, scores, roleOf: (subject) => roles.get(subject) ?? null, findings };
}

export interface TinyRun {
  readonly challenge: RankingChallenge;
  readonly labels: RankingLabels;
  readonly alerts: Alerts;
  readonly resamples: Resamples;
}

export function resamplesOf({ units }: RankingLabels, seed: Uint8Array, count: number): Resamples {
  return drawResamples({ stratumOfUnit: units.stratumOfUnit, seed, count });
}

/** The score of plain alerts, past the reading of their lines. */
export function scoreOf({ challenge, labels, alerts, resamples }: TinyRun): ScoredRun & { readonly details: RankingDetails } {
  const split: RankingSplit = layOutSplit(challenge, labels);
  const run = scoreRun({ challenge, scoring: labels.units, scorable: scorableOf(split, alerts), resamples });
  return { ...run, details: checked(RankingDetails, run.details, "details") };
}

const UNSCORED: Scorable = { weigh: () => () => 0, learn: () => ({ details: {}, mistakes: [] }) };

/** A stream of a ranking's lines, and what it said of them when it ended well. */
export function openStream(rules: LineRules): { readonly stream: OutputStream; said(): Alerts } {
  let said: Alerts | undefined;
  const keep = (alerts: Alerts) => {
    said = alerts;
    return UNSCORED;
  };
  const stream = new OutputStream({ challenge: rules, scoring: { reader: () => new RankingReader(rules, keep) } });
  return {
    stream,
    said() {
      if (said === undefined) throw new Error("the stream has not ended well");
      return said;
    },
  };
}
