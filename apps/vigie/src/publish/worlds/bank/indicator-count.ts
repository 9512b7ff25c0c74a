/** The rule baseline: how well accounts are ranked by the number of indicators that are true of them. */
import { readBankTruth } from "@vigie/audit/bank";

/** Average precision of that ranking on the set in `folder`; accounts with as many count as the mean over random orders. */
export function indicatorCountPrecision(folder: string): number {
  const { members, standing, eachFinding } = readBankTruth(folder);
  const shown = Array.from(standing, () => new Set<string>());
  eachFinding((account, { indicator }) => void shown[account].add(indicator));
  const rings = new Set(members.map(({ account }) => account));
  const ties = new Map<number, { size: number; hits: number }>();
  shown.forEach(({ size: count }, account) => {
    const tie = ties.get(count) ?? { size: 0, hits: 0 };
    ties.set(count, { size: tie.size + 1, hits: tie.hits + (rings.has(account) ? 1 : 0) });
  });
  let [size, hits, precision] = [0, 0, 0];
  for (const [, tie] of [...ties].sort(([a], [b]) => b - a)) {
    size += tie.size;
    hits += tie.hits;
    precision += (tie.hits / rings.size) * (hits / size);
  }
  return precision;
}
