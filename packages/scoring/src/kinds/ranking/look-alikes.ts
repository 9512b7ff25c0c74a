/** Look-alike groups: their lawful members, laid out for weighing, and what of each group an output would have questioned. */
import { weightedCount } from "../../measures/budget-cut.ts";
import { groupRate } from "../../measures/harm.ts";
import type { Drawn } from "../../measures/weighted-sums.ts";
import type { RankingLabels } from "./ranking-labels.ts";

/** Memberships of lawful subjects: of each its group, its subject and that one's unit. */
export interface LookAlikes {
  readonly names: readonly string[];
  /** 1 for a group with enough lawful members in the full set. */
  readonly judged: Uint8Array;
  readonly group: Int32Array;
  readonly subject: Int32Array;
  readonly unit: Int32Array;
}

export interface GroupWeighed {
  readonly members: number;
  readonly flagged: number;
  readonly rate: number;
}

/** @param smallest a group with fewer lawful members is shown and not judged. */
export function lookAlikesOf({ groups, positiveOf, units }: RankingLabels, smallest: number): LookAlikes {
  const names = [...groups.keys()].sort((a, b) => (a < b ? -1 : 1));
  const lawful = names.map((name) => Array.from(groups.get(name) ?? []).filter((subject) => positiveOf[subject] < 0));
  const subject = Int32Array.from(lawful.flat());
  return {
    names,
    judged: Uint8Array.from(lawful, ({ length }) => (length >= smallest ? 1 : 0)),
    group: Int32Array.from(lawful.flatMap((members, group) => members.map(() => group))),
    subject,
    unit: subject.map((one) => units.ofSubject[one]),
  };
}

/** @param tie by membership: the tie of its subject. @param k the budget. */
export function weighGroups(of: LookAlikes, tie: Int32Array, { counts, cut }: Drawn, k: number): GroupWeighed[] {
  const { names, group, unit } = of;
  const members = new Int32Array(names.length);
  const whole = new Int32Array(names.length);
  const tied = new Int32Array(names.length);
  for (let i = 0; i < group.length; i++) members[group[i]] += counts[unit[i]];
  for (let i = 0; i < group.length; i++) {
    if (tie[i] <= cut.wholeTies) (tie[i] < cut.wholeTies ? whole : tied)[group[i]] += counts[unit[i]];
  }
  return names.map((_, g) => {
    const flagged = weightedCount({ whole: whole[g], tied: tied[g] }, cut);
    return { members: members[g], flagged, rate: groupRate(flagged, members[g], k) };
  });
}
