/** What every attack works with: the test set, the benches, and the rows of both long tables in classes. */
import type { AuditSet } from "./audit-set.ts";
import { Bench, type Arena } from "./chance/bench.ts";
import { Counts } from "./chance/counts.ts";
import { dealLabels } from "./chance/deals.ts";
import { drawsFor } from "./chance/generator.ts";
import type { Ledger } from "./chance/ledger.ts";
import { strataByKind, strataByRows, type Strata } from "./chance/strata.ts";
import { targetsOf } from "./chance/targets.ts";
import { PlantedBench } from "./rows/planted-bench.ts";
import { RowAttack } from "./rows/row-attack.ts";
import { rowFrame, type RowFrame } from "./rows/row-frame.ts";

export interface Rows {
  readonly frame: RowFrame;
  readonly bench: Bench;
  readonly planted: PlantedBench;
  readonly attack: RowAttack;
}

export interface Means {
  readonly set: AuditSet;
  /** Accounts against accounts of their kind and look-alike group. */
  readonly accounts: Bench;
  /** Accounts against accounts with as many rows. */
  readonly alike: Bench;
  /** One account of each ring: for values that a ring's members may lawfully share. */
  readonly rings: Bench;
  /** Counts of users and of pairs. */
  readonly counts: Counts;
  readonly transactions: Rows;
  readonly events: Rows;
  /** By family: what accounts and what planted rows showed. */
  readonly ledgers: { readonly accounts: Map<string, Ledger>; readonly planted: Map<string, Ledger> };
}

/** Where chosen positives (places among them) stand against accounts of their strata. @param purpose names the stream of deals. */
export function arenaOf(set: AuditSet, purpose: string, strata: Strata, chosen: Int32Array, chances: number): Arena {
  const members = chosen.map((j) => set.labels.accounts[j]);
  return {
    accountCount: set.accountCount,
    strata,
    deals: dealLabels(members, strata, chances, drawsFor(`deals/${purpose}`)),
    targets: targetsOf(set.labels, chosen),
  };
}

/** A member of each ring, drawn by the audit's own stream: the place among the positives. */
export function oneOfEach({ labels }: AuditSet): Int32Array {
  const draw = drawsFor("one of each ring");
  const byRing = new Map<number, number[]>();
  labels.ring.forEach((ring, j) => byRing.set(ring, [...(byRing.get(ring) ?? []), j]));
  return Int32Array.from(byRing.values(), (members) => members[draw(members.length)]).sort();
}

/** @param chances how often labels are dealt by chance. */
export function meansFor(set: AuditSet, chances: number): Means {
  const ledgers = { accounts: new Map<string, Ledger>(), planted: new Map<string, Ledger>() };
  const everybody = Int32Array.from(set.labels.accounts.keys());
  const kind = strataByKind(set);
  const bench = (purpose: string, strata: Strata, chosen: Int32Array): Bench =>
    new Bench(arenaOf(set, purpose, strata, chosen, chances), ledgers.accounts);
  const accounts = bench("accounts", kind, everybody);
  const planted = new PlantedBench(ledgers.planted);
  const rowsOf = (frame: RowFrame): Rows => ({
    frame,
    bench: accounts,
    planted,
    attack: new RowAttack(frame, accounts, planted),
  });
  const byRows = strataByRows(set);
  return {
    set,
    accounts,
    counts: new Counts(set, byRows, ledgers.planted),
    alike: bench("alike", byRows, everybody),
    rings: bench("rings", kind, oneOfEach(set)),
    transactions: rowsOf(rowFrame(set, set.transactions, "transaction")),
    events: rowsOf(rowFrame(set, set.events, "event")),
    ledgers,
  };
}
