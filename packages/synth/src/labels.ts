/** The labels of one block: who belongs to a ring, what shows it, look-alike groups, and what the bootstrap draws together. */
import { ROLES } from "@vigie/sdk";
import type { TableBatch, WorldBlock } from "@vigie/spec";
import type { Findings } from "./findings/findings.ts";
import { integers } from "./findings/reading.ts";
import { INDICATORS, SETS } from "./indicators.ts";
import { GrowingTable } from "./ledger/columns.ts";
import { SparseWords } from "./ledger/words.ts";
import { GROUP_IDS, TYPOLOGY_IDS, type Plan } from "./plan.ts";

/** Pairs of (row, set of indicators) as the writers leave them. */
export interface Planted {
  readonly transactions: readonly number[];
  readonly events: readonly number[];
}

interface BlockRows {
  readonly slots: readonly number[];
  readonly accounts: readonly number[];
  readonly transactions: TableBatch;
  readonly events: TableBatch;
  readonly planted: Planted;
  readonly findings: Findings;
}

function setByRow(pairs: readonly number[], rows: number): Int32Array {
  const sets = new Int32Array(rows);
  for (let i = 0; i < pairs.length; i += 2) sets[pairs[i]] = pairs[i + 1];
  return sets;
}

function findingsTable({ findings, planted, transactions, events }: BlockRows): TableBatch {
  const table = new GrowingTable(findings.count);
  const ofRow = setByRow(planted.transactions, transactions.rows);
  const ofEvent = setByRow(planted.events, events.rows);
  const account = table.int("account");
  const indicator = table.int("indicator", INDICATORS);
  const evidence = table.double("evidence");
  const flag = table.int("planted");
  for (let i = 0; i < findings.count; i++) {
    account[i] = findings.account[i];
    indicator[i] = findings.indicator[i];
    evidence[i] = findings.evidence[i];
    const row = findings.row[i];
    flag[i] = SETS.has(row < 0 ? ofEvent[-1 - row] : ofRow[row], findings.indicator[i]) ? 1 : 0;
  }
  table.rows = findings.count;
  return table.batch();
}

/** First and last planted time by account. */
function plantedTimes(block: BlockRows): Map<number, [number, number]> {
  const times = new Map<number, [number, number]>();
  const read = (table: TableBatch, pairs: readonly number[]): void => {
    const account = integers(table, "account");
    const time = integers(table, "time");
    for (let i = 0; i < pairs.length; i += 2) {
      const at = time[pairs[i]];
      const known = times.get(account[pairs[i]]) ?? [at, at];
      times.set(account[pairs[i]], [Math.min(known[0], at), Math.max(known[1], at)]);
    }
  };
  read(block.transactions, block.planted.transactions);
  read(block.events, block.planted.events);
  return times;
}

function positivesTable(plan: Plan, block: BlockRows): TableBatch {
  const table = new GrowingTable(4);
  const times = plantedTimes(block);
  table.reserve(times.size);
  const account = table.int("account");
  const ring = table.int("ring");
  const role = table.int("role", ROLES);
  const typology = table.int("typology", TYPOLOGY_IDS);
  const first = table.double("first_planted");
  const last = table.double("last_planted");
  block.slots.forEach((slot, i) => {
    const known = times.get(block.accounts[i]);
    if (!known) return;
    const number = plan.ring[slot];
    const { roles, typology: kind, first: firstSlot } = plan.rings[number];
    const row = table.rows++;
    account[row] = block.accounts[i];
    ring[row] = number;
    role[row] = ROLES.indexOf(roles[slot - firstSlot]);
    typology[row] = TYPOLOGY_IDS.indexOf(kind);
    [first[row], last[row]] = known;
  });
  return table.batch();
}

function groupsTable(plan: Plan, block: BlockRows): TableBatch {
  const table = new GrowingTable(block.slots.length);
  const account = table.int("account");
  const group = table.int("group", GROUP_IDS);
  block.slots.forEach((slot, i) => {
    if (plan.group[slot] < 0) return;
    const row = table.rows++;
    account[row] = block.accounts[i];
    group[row] = plan.group[slot];
  });
  return table.batch();
}

/** Units: a ring; a household; else the account. Numbered by the slot of the first member. */
function unitsTable(plan: Plan, block: BlockRows, crime: boolean): TableBatch {
  const table = new GrowingTable(block.slots.length);
  const strata = new SparseWords((stratum) => stratumText(stratum));
  const account = table.int("account");
  const unit = table.int("unit");
  const stratum = table.int("stratum", strata.restart());
  block.slots.forEach((slot, i) => {
    const inRing = crime && plan.ring[slot] >= 0;
    const row = table.rows++;
    account[row] = block.accounts[i];
    unit[row] = unitOf(plan, slot, crime);
    stratum[row] = strata.code(inRing ? ringStratum(plan, plan.ring[slot]) : plan.group[slot] < 0 ? 0 : 2 << plan.group[slot]);
  });
  return table.batch();
}

function unitOf(plan: Plan, slot: number, crime: boolean): number {
  if (crime && plan.ring[slot] >= 0) return plan.rings[plan.ring[slot]].first;
  return plan.household[slot] >= 0 ? plan.household[slot] : slot;
}

/** Bit 0 for a ring, then a bit for each group that any of its members is in: one stratum for the whole unit. */
function ringStratum(plan: Plan, number: number): number {
  const { first, roles } = plan.rings[number];
  let bits = 1;
  for (let slot = first; slot < first + roles.length; slot++) if (plan.group[slot] >= 0) bits |= 2 << plan.group[slot];
  return bits;
}

function stratumText(bits: number): string {
  const groups = GROUP_IDS.filter((_, i) => (bits & (2 << i)) !== 0);
  const parts = (bits & 1) === 1 ? ["ring", ...groups] : groups;
  return parts.length > 0 ? parts.join("+") : "none";
}

/** All labels of a block. */
export function labelsOf(plan: Plan, block: BlockRows, crime: boolean): WorldBlock["labels"] {
  return {
    positives: positivesTable(plan, block),
    findings: findingsTable(block),
    groups: groupsTable(plan, block),
    units: unitsTable(plan, block, crime),
  };
}
