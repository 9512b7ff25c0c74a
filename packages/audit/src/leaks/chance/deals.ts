/** Labels dealt anew: each ring keeps its size, its roles and its typology, while chance says which accounts stand in it. */
import type { Draw } from "./generator.ts";
import type { Strata } from "./strata.ts";

/** Deal 0 is the truth; the last one is the control, which has no part in the threshold; those between are chance's. */
export interface Deals {
  readonly count: number;
  readonly members: number;
  /** Account of member j in deal d, at d × members + j. */
  readonly accounts: Int32Array;
}

function pools(strata: Strata): Int32Array[] {
  const lists: number[][] = Array.from({ length: strata.count }, () => []);
  strata.of.forEach((stratum, account) => lists[stratum].push(account));
  return lists.map((list) => Int32Array.from(list));
}

/**
 * Deals the members' places `chances` times, and once more for the control.
 * Within a stratum, accounts are drawn without replacement (the head of a Fisher–Yates shuffle).
 */
export function dealLabels(members: Int32Array, strata: Strata, chances: number, draw: Draw): Deals {
  const count = chances + 2;
  const accounts = new Int32Array(count * members.length);
  accounts.set(members);
  const pool = pools(strata);
  const next = new Int32Array(strata.count);
  for (let deal = 1; deal < count; deal++) {
    next.fill(0);
    members.forEach((member, j) => {
      const stratum = strata.of[member];
      const from = pool[stratum];
      const at = next[stratum]++;
      const other = at + draw(from.length - at);
      const account = from[other];
      from[other] = from[at];
      from[at] = account;
      accounts[deal * members.length + j] = account;
    });
  }
  return { count, members: members.length, accounts };
}
