/**
 * Which accounts belong together, out of illicit transfers.
 *
 * Theory. A ring is resampled whole and an account is in one ring. Where the source groups transfers itself (pattern
 * blocks, a column of alert numbers), an account belongs to the group in which it takes part most often, the earliest of
 * equals: uniting groups that share an account would soon make one ring of everybody. Accounts in no group are joined
 * along the illicit transfers between them.
 */
import type { Attempt } from "./patterns.ts";

/** An illicit transfer between accounts of the set; −1 for a side that is outside, or not counted as positive. */
export interface IllicitTransfer {
  readonly payer: number;
  readonly payee: number;
  readonly ring: string | null;
  readonly typology: string | null;
}

export interface ImportedRing {
  readonly typology: string;
  readonly members: readonly number[];
}

/** What a ring is called where the source does not say how it moves its money. */
export const UNKNOWN_TYPOLOGY = "illicit-transfers";

class Tally<K> {
  readonly #counts = new Map<K, number>();

  add(key: K): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** The most frequent key, the earliest of equals. */
  most(): K | undefined {
    let best: K | undefined;
    let most = 0;
    for (const [key, count] of this.#counts) if (count > most) [best, most] = [key, count];
    return best;
  }
}

function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function sides({ payer, payee }: IllicitTransfer): number[] {
  return [...new Set([payer, payee])].filter((account) => account >= 0);
}

/** By account, the source's group in which it takes part most. */
function ownGroups(transfers: readonly IllicitTransfer[], attempts: readonly (readonly number[])[]): Map<number, string> {
  const votes = new Map<number, Tally<string>>();
  attempts.forEach((accounts, attempt) => {
    for (const account of accounts) at(votes, account, () => new Tally<string>()).add(`pattern ${attempt}`);
  });
  for (const transfer of transfers) {
    if (transfer.ring === null) continue;
    for (const account of sides(transfer)) at(votes, account, () => new Tally<string>()).add(`ring ${transfer.ring}`);
  }
  return new Map(Array.from(votes, ([account, tally]) => [account, tally.most() ?? ""]));
}

function findRoot(parents: Map<number, number>, account: number): number {
  let root = account;
  for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root)) root = parent;
  for (let walk = account; walk !== root;) {
    const next = parents.get(walk) ?? root;
    parents.set(walk, root);
    walk = next;
  }
  return root;
}

function joinTheRest(transfers: readonly IllicitTransfer[], groups: Map<number, string>): void {
  const parents = new Map<number, number>();
  for (const transfer of transfers) {
    const free = sides(transfer).filter((account) => !groups.has(account));
    for (const account of free) at(parents, account, () => account);
    if (free.length === 2) parents.set(findRoot(parents, free[1]), findRoot(parents, free[0]));
  }
  for (const account of parents.keys()) groups.set(account, `joined ${findRoot(parents, account)}`);
}

/**
 * Rings out of illicit transfers and the source's pattern blocks; accounts by their numbers in the book.
 * @param find a name's number, undefined where no transfer has it.
 */
export function ringsOf(
  transfers: readonly IllicitTransfer[],
  attempts: readonly Attempt[],
  find: (name: string) => number | undefined,
): ImportedRing[] {
  const positive = new Set(transfers.flatMap(sides));
  const known = attempts.map(({ rows }) =>
    rows.flatMap((names) => names.flatMap((name) => find(name) ?? [])).filter((account) => positive.has(account)),
  );
  const groups = ownGroups(transfers, known);
  joinTheRest(transfers, groups);
  const typologies = new Map<string, Tally<string>>();
  attempts.forEach(({ typology }, attempt) => at(typologies, `pattern ${attempt}`, () => new Tally<string>()).add(typology));
  for (const transfer of transfers) {
    for (const account of transfer.typology === null ? [] : sides(transfer)) {
      const group = groups.get(account) ?? "";
      if (!group.startsWith("pattern ")) at(typologies, group, () => new Tally<string>()).add(transfer.typology ?? "");
    }
  }
  const members = new Map<string, number[]>();
  for (const [account, group] of groups) at(members, group, (): number[] => []).push(account);
  return Array.from(members, ([group, accounts]) => ({
    typology: typologies.get(group)?.most() ?? UNKNOWN_TYPOLOGY,
    members: accounts,
  }));
}
