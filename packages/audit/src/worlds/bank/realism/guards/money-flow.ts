/**
 * Money leaves: what goes out for what comes in, by how rings move money and for lawful persons, and what stays at the end.
 *
 * What moved is read from balances, so that a reversed row counts as what it did. Of a ring account it is counted from its
 * first planted row to a week after its last: what came in last needs some days to leave.
 */
import type { BilingualText } from "@vigie/spec";
import { TYPOLOGIES } from "@vigie/spec/bank";
import { compareBand, rowsOf, share, type Figure } from "../compare.ts";
import type { RowView } from "../walk.ts";
import { RING, type RingMember } from "../bank-truth.ts";
import { blank, type Feature, type Guard, type GuardRow } from "./guard.ts";

const GAIN_CENTS = 1_000_000;
const OVERSPENT = 1.3;
const OUT_PER_IN = [0.9, 1.05] as const;
const WEEK_MS = 7 * 86_400_000;

const named = rowsOf("guards", {
  overspent: [
    "Lawful persons who spend over 1.3 × what comes in",
    "Particuliers licites qui dépensent plus de 1,3 × leurs rentrées",
  ],
  "gain-rings": ["Ring accounts that gain over $10,000", "Comptes de réseaux qui gagnent plus de 10 000 $"],
  "gain-lawful": ["Lawful persons who gain over $10,000", "Particuliers licites qui gagnent plus de 10 000 $"],
});

interface Sums {
  in: number;
  out: number;
  rows: number;
}

const noSums = (): Sums => ({ in: 0, out: 0, rows: 0 });

function outPerIn(typology: string): BilingualText {
  const { en, fr } = TYPOLOGIES[typology] ?? { en: typology, fr: typology };
  return { en: `Out per in: ${en}`, fr: `Sorties par rentrée : ${fr}` };
}

function ratio({ in: received, out }: Sums): number {
  return received === 0 ? 0 : out / received;
}

export class MoneyFlow implements Guard {
  readonly #standing: Uint8Array;
  readonly #memberOf: ReadonlyMap<number, RingMember>;
  readonly #typologies = new Map<string, Sums>();
  /** By account: out per in over all its rows, and the last balance less the one before the first row, in cents. */
  readonly #ratios: Feature;
  readonly #gains: Feature;
  readonly #businesses: Uint8Array;
  #all = noSums();
  #first = 0;
  #balance = 0;

  /** @param standing by account, as `BankTruth` has it. */
  constructor(standing: Uint8Array, members: readonly RingMember[], businesses: Uint8Array) {
    this.#standing = standing;
    this.#businesses = businesses;
    this.#memberOf = new Map(members.map((member) => [member.account, member]));
    for (const { typology } of members) this.#typologies.set(typology, noSums());
    this.#ratios = blank(standing.length);
    this.#gains = blank(standing.length);
  }

  row(row: RowView): void {
    if (this.#all.rows === 0) {
      this.#first = row.posted ? row.balance - (row.credit ? row.cents : -row.cents) : row.balance;
      this.#balance = this.#first;
    }
    const moved = row.balance - this.#balance;
    this.#balance = row.balance;
    add(this.#all, moved);
    const member = this.#memberOf.get(row.account);
    if (member === undefined || row.time < member.firstPlanted || row.time > member.lastPlanted + WEEK_MS) return;
    const sums = this.#typologies.get(member.typology);
    if (sums !== undefined && moved !== 0) add(sums, moved);
  }

  endAccount(account: number): void {
    if (this.#all.rows > 0) {
      this.#gains[account] = this.#balance - this.#first;
      if (this.#all.in > 0) this.#ratios[account] = ratio(this.#all);
    }
    this.#all = noSums();
  }

  /** The share of those chosen whose number passes `least`. */
  #above(feature: Feature, least: number, chosen: (account: number) => boolean): Figure {
    const numbers = feature.filter((number, account) => !Number.isNaN(number) && chosen(account));
    return share(numbers.filter((number) => number > least).length, numbers.length);
  }

  /** Out per in of the lawful and of one typology's accounts. */
  #ratiosWith(typology: string): Feature {
    const other = (account: number): boolean => (this.#memberOf.get(account)?.typology ?? typology) !== typology;
    return this.#ratios.map((number, account) => (other(account) ? NaN : number));
  }

  #byTypology(): GuardRow[] {
    const typologies = [...this.#typologies].sort(([a], [b]) => (a < b ? -1 : 1));
    return typologies.map(([typology, sums]) => {
      const name = { ...named("overspent"), id: `out-per-in-${typology}`, title: outPerIn(typology) };
      const figure = { unit: "ratio", observations: sums.rows, observed: ratio(sums) } as const;
      return { comparison: compareBand(name, figure, OUT_PER_IN), feature: this.#ratiosWith(typology) };
    });
  }

  guarded(): GuardRow[] {
    const [ratios, gains] = [this.#ratios, this.#gains];
    const isRing = (account: number): boolean => this.#standing[account] === RING;
    const isLawfulPerson = (account: number): boolean => !isRing(account) && this.#businesses[account] === 0;
    const overspent = this.#above(ratios, OVERSPENT, isLawfulPerson);
    const gained = (chosen: (account: number) => boolean): Figure => this.#above(gains, GAIN_CENTS, chosen);
    return [
      ...this.#byTypology(),
      { comparison: compareBand(named("overspent"), overspent, [0, 0.08]), feature: ratios },
      { comparison: compareBand(named("gain-rings"), gained(isRing), [0, 0.08]), feature: gains },
      { comparison: compareBand(named("gain-lawful"), gained(isLawfulPerson), [0, 0.06]), feature: gains },
    ];
  }
}

function add(sums: Sums, moved: number): void {
  sums.rows++;
  if (moved > 0) sums.in += moved;
  else sums.out -= moved;
}
