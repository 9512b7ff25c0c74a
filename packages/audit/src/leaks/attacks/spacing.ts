/** Positives, and planted rows, that stand nearer to each other than chance puts them: by row, token, day or id. */
import type { Listing } from "../audit-set.ts";
import type { Means, Rows } from "../means.ts";

const REACHES = [1, 2, 5, 25];

/** Places of rows in the order of a column's distinct values. */
function placesOf(values: readonly (number | string)[]): { readonly of: Int32Array; readonly count: number } {
  const order = [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const place = new Map(order.map((value, i) => [value, i]));
  return { of: Int32Array.from(values, (value) => place.get(value) ?? -1), count: order.length };
}

/** The positives of a listing: their rows and clusters, and how many each cluster has. */
interface Members {
  readonly rows: readonly number[];
  readonly cluster: readonly number[];
  readonly sizes: readonly number[];
}

function membersOf({ set }: Means, { subjects }: Listing): Members {
  const rowOf = new Map(Array.from(subjects, (subject, row) => [subject, row]));
  const { positives, cluster } = set.labels;
  const own = Array.from(positives.keys()).filter((j) => rowOf.has(positives[j]));
  const sizes = new Map<number, number>();
  for (const j of own) sizes.set(cluster[j], (sizes.get(cluster[j]) ?? 0) + 1);
  return { rows: own.map((j) => rowOf.get(positives[j]) ?? -1), cluster: own.map((j) => cluster[j]), sizes: [...sizes.values()] };
}

/** Pairs of members whose places differ by 1 to `reach`: of the same cluster, and of any. */
export function nearPairs({ rows, cluster }: Pick<Members, "rows" | "cluster">, places: Int32Array, reach: number) {
  const pairs = { same: 0, any: 0 };
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < i; j++) {
      const distance = Math.abs(places[rows[i]] - places[rows[j]]);
      const near = distance > 0 && distance <= reach ? 1 : 0;
      const same = cluster[i] === cluster[j] ? 1 : 0;
      pairs.same += near & same;
      pairs.any += near;
    }
  }
  return pairs;
}

/** How often two rows' places differ by 1 to `reach`, and how much that differs from row to row (its variance). */
interface Near {
  readonly chance: number;
  readonly unevenness: number;
}

/** From how many rows hold each place: where some places lie among many, the rows there have more neighbours than others. */
export function chanceNear(places: Int32Array, count: number, reach: number): Near {
  const held = new Float64Array(count);
  for (const place of places) held[place]++;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < count; i++) {
    let around = -held[i];
    for (let j = Math.max(0, i - reach); j <= Math.min(count - 1, i + reach); j++) around += held[j];
    sum += held[i] * around;
    squares += held[i] * around * around;
  }
  const [others, rows] = [places.length - 1, places.length];
  const chance = sum / (rows * others);
  return { chance, unevenness: Math.max(0, squares / (rows * others * others) - chance * chance) };
}

/** Near pairs that chance gives within groups of so many members, and the variance of their number (of a U-statistic of two). */
export function expectedNear({ chance, unevenness }: Near, groups: Iterable<number>): { expected: number; variance: number } {
  let [pairs, triples] = [0, 0];
  for (const n of groups) {
    pairs += (n * (n - 1)) / 2;
    triples += n * (n - 1) * (n - 2);
  }
  const expected = pairs * chance;
  return { expected, variance: expected + triples * unevenness };
}

function tryColumn({ set, counts }: Means, members: Members, column: string, values: readonly (number | string)[]): void {
  const { of, count } = placesOf(values);
  if (count < values.length * 0.1) return;
  const [ofCluster, ofAny] = set.words.pairs;
  for (const reach of REACHES) {
    const near = chanceNear(of, count, reach);
    const { same, any } = nearPairs(members, of, reach);
    const named = ({ en, fr }: typeof ofAny) => ({
      family: "spacing" as const,
      column,
      aspect: () => ({ en: `${en} within ${reach}`, fr: `${fr} à ${reach} près` }),
    });
    counts.tryPairs(named(ofCluster), same, expectedNear(near, members.sizes));
    counts.tryPairs(named(ofAny), any, expectedNear(near, [members.rows.length]));
  }
}

/** Pairs of planted ids nearer than chance would put one pair. */
function tryIds({ counts }: Means, { frame }: Rows, name: string): void {
  const all = frame.table.integers(name);
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
  counts.tryPairs({ family: "spacing", column: `${frame.table.name}.${name}`, aspect }, near, { expected: 1, variance: 1 });
}

export function attackSpacing(means: Means): void {
  for (const listing of means.set.listings) {
    const members = membersOf(means, listing);
    for (const name of listing.columns) {
      const column = listing.column(name);
      const values =
        column.kind === "text"
          ? Array.from(column.codes.subarray(0, listing.rows), (code) => (code < 0 ? "" : column.words[code]))
          : Array.from(column.values.subarray(0, listing.rows));
      tryColumn(means, members, `${listing.name}.${name}`, values);
    }
  }
  for (const rows of means.owned) {
    const { cited } = rows.frame.table.declared;
    if (cited !== undefined) tryIds(means, rows, cited);
  }
}
