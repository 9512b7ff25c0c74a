/** The labels of one block: who belongs to a ring, what shows it, look-alike groups, and what the bootstrap draws together. */
import { ROLES } from "@vigie/sdk";
import { TableReader, type Batches, type TableBatch } from "@vigie/spec";
import type { Findings } from "./findings/findings.ts";
import { INDICATORS, SETS } from "./indicators.ts";
import { GrowingTable } from "../../columns/growing-table.ts";
import { SparseWords } from "../../columns/words.ts";
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

/** By finding, 1 where its row was planted for its indicator. */
function plantedFlags({ findings, planted, transactions, events }: BlockRows): Uint8Array {
  const ofRow = setByRow(planted.transactions, transactions.rows);
  const ofEvent = setByRow(planted.events, events.rows);
  const flags = new Uint8Array(findings.count);
  for (let i = 0; i < findings.count; i++) {
    const row = findings.row[i];
    const set = row < 0 ? ofEvent[-1 - row] : ofRow[row];
    if (set !== 0 && SETS.has(set, findings.indicator[i])) flags[i] = 1;
  }
  return flags;
}

function findingsTable(findings: Findings, flags: Uint8Array): TableBatch {
  const table = new GrowingTable(findings.count);
  table.int("account").set(findings.account);
  table.int("indicator", INDICATORS).set(findings.indicator);
  table.double("evidence").set(findings.evidence);
  table.int("planted").set(flags);
  table.rows = findings.count;
  return table.batch();
}

/** First and last time of what was planted, by account: of the rows that show what they were planted for. */
function plantedTimes({ findings, transactions, events }: BlockRows, flags: Uint8Array): Map<number, [number, number]> {
  const times = new Map<number, [number, number]>();
  const ofRow = new TableReader(transactions, "transactions").numbers("time");
  const ofEvent = new TableReader(events, "events").numbers("time");
  for (let i = 0; i < findings.count; i++) {
    if (flags[i] === 0) continue;
    const row = findings.row[i];
    const at = row < 0 ? ofEvent[-1 - row] : ofRow[row];
    const [first, last] = times.get(findings.account[i]) ?? [at, at];
    times.set(findings.account[i], [Math.min(first, at), Math.max(last, at)]);
  }
  return times;
}

function positivesTable(plan: Plan, block: BlockRows, times: ReadonlyMap<number, [number, number]>): TableBatch {
  const table = new GrowingTable(4);
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
export function labelsOf(plan: Plan, block: BlockRows, crime: boolean): Batches {
  const flags = plantedFlags(block);
  return {
    positives: positivesTable(plan, block, plantedTimes(block, flags)),
    findings: findingsTable(block.findings, flags),
    groups: groupsTable(plan, block),
    units: unitsTable(plan, block, crime),
  };
}
