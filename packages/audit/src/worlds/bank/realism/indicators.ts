/** How common each indicator is among rings, in each look-alike group and among everybody else. */
import type { IndicatorRate } from "@vigie/report/bank";
import { LOOK_ALIKE, RING, type BankTruth } from "./bank-truth.ts";

interface Tally {
  rings: number;
  lookAlikes: number;
  others: number;
  readonly byGroup: number[];
}

/** Accounts that show it, planted or not; the indicators that rings show most come first. */
export function indicatorRates(truth: BankTruth): IndicatorRate[] {
  const groups = [...truth.groups.values()];
  const groupsOf = new Map<number, number[]>();
  groups.forEach((members, group) => {
    for (const account of members) groupsOf.set(account, [...(groupsOf.get(account) ?? []), group]);
  });
  const tallies = new Map<string, Tally>();
  let lastAccount = -1;
  let lastIndicator = "";
  truth.eachFinding((account, { indicator }) => {
    if (account === lastAccount && indicator === lastIndicator) return;
    lastAccount = account;
    lastIndicator = indicator;
    const tally = tallies.get(indicator) ?? { rings: 0, lookAlikes: 0, others: 0, byGroup: groups.map(() => 0) };
    tallies.set(indicator, tally);
    if (truth.standing[account] === RING) tally.rings++;
    else if (truth.standing[account] === LOOK_ALIKE) tally.lookAlikes++;
    else tally.others++;
    for (const group of groupsOf.get(account) ?? []) tally.byGroup[group]++;
  });
  return [...tallies]
    .map(([indicator, tally]) => ({ indicator, ...tally }))
    .sort((a, b) => b.rings - a.rings || (a.indicator < b.indicator ? -1 : 1));
}
