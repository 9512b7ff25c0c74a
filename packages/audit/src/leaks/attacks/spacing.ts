/** Ring members, and planted rows, that stand nearer to each other than chance puts them: by row, token, day or id. */
import type { AuditSet } from "../audit-set.ts";
import { integersOf } from "../columns.ts";
import type { Means, Rows } from "../means.ts";

const REACHES = [1, 2, 5, 25];

/** Places of accounts in the order of a column's distinct values. */
function placesOf(values: readonly (number | string)[]): { readonly of: Int32Array; readonly count: number } {
  const order = [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const place = new Map(order.map((value, i) => [value, i]));
  return { of: Int32Array.from(values, (value) => place.get(value) ?? -1), count: order.length };
}

/** Pairs of members whose places differ by 1 to `reach`: of the same ring, and of any. */
function nearPairs({ labels }: AuditSet, places: Int32Array, reach: number) {
  const { accounts, ring } = labels;
  const pairs = { same: 0, any: 0, sameAll: 0, all: 0 };
  for (let i = 0; i < accounts.length; i++) {
    for (let j = 0; j < i; j++) {
      const apart = Math.abs(places[accounts[i]] - places[accounts[j]]);
      const near = apart > 0 && apart <= reach ? 1 : 0;
      const same = ring[i] === ring[j] ? 1 : 0;
      pairs.same += near & same;
      pairs.any += near;
      pairs.sameAll += same;
      pairs.all++;
    }
  }
  return pairs;
}

/** The chance that two accounts' places differ by 1 to `reach`, from how many accounts hold each place. */
function chanceNear(places: Int32Array, count: number, reach: number): number {
  const held = new Float64Array(count);
  for (const place of places) held[place]++;
  let near = 0;
  for (let i = 0; i < count; i++) for (let j = i + 1; j <= Math.min(count - 1, i + reach); j++) near += held[i] * held[j];
  return (2 * near) / (places.length * (places.length - 1));
}

function tryColumn({ set, counts }: Means, column: string, values: readonly (number | string)[]): void {
  const { of, count } = placesOf(values);
  if (count < set.accountCount * 0.1) return;
  for (const reach of REACHES) {
    const chance = chanceNear(of, count, reach);
    const { same, any, sameAll, all } = nearPairs(set, of, reach);
    const named = (en: string, fr: string) => ({
      family: "spacing" as const,
      column,
      aspect: () => ({ en: `${en} within ${reach}`, fr: `${fr} à ${reach} près` }),
    });
    counts.tryPairs(named("pairs in a ring", "paires d’un réseau"), same, sameAll * chance);
    counts.tryPairs(named("pairs of ring accounts", "paires de comptes de réseaux"), any, all * chance);
  }
}

/** Pairs of planted ids nearer than chance would put one pair. */
function tryIds({ counts }: Means, { frame }: Rows, name: string): void {
  const all = integersOf(frame.table.column(name));
  const ids = Float64Array.from(frame.planted, (row) => all[row]).sort();
  const pairs = (ids.length * (ids.length - 1)) / 2;
  if (pairs < 10) return;
  let least = all[0];
  let most = all[0];
  for (let row = 0; row < frame.rows; row++) {
    least = Math.min(least, all[row]);
    most = Math.max(most, all[row]);
  }
  const reach = (most - least) / (2 * pairs);
  let near = 0;
  for (let i = 1; i < ids.length; i++) for (let j = i - 1; j >= 0 && ids[i] - ids[j] <= reach; j--) near++;
  const aspect = () => ({ en: "planted ids close together", fr: "identifiants placés rapprochés" });
  counts.tryPairs({ family: "spacing", column: `${frame.table.name}.${name}`, aspect }, near, 1);
}

export function attackSpacing(means: Means): void {
  const { set } = means;
  for (const name of set.accounts.columns) {
    const column = set.accounts.column(name);
    const values =
      column.kind === "text"
        ? Array.from({ length: set.accountCount }, (_, i) => (column.codes[i] < 0 ? "" : column.words[column.codes[i]]))
        : Array.from(column.values.subarray(0, set.accountCount));
    tryColumn(means, `accounts.${name}`, values);
  }
  tryIds(means, means.transactions, "transaction");
  tryIds(means, means.events, "event");
}
