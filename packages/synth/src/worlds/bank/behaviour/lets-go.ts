/**
 * Money leaves, and what is laid out comes back. What somebody's unusual days bring in does not lie on the account: within
 * days most of it is spent, put elsewhere, handed on or taken as cash. And who lays out more than their own pay carries gets
 * it from somebody: a fee, a refund by an employer, a parent, a boss. By rings as by lawful people, so that no balance tells
 * one from the other.
 */
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { DAY_SECONDS } from "../../../ground/calendar.ts";
import { memo } from "../ground/memos.ts";
import { TEMPLATE, type Template } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { movedCents } from "../ledger/settle.ts";
import type { Profile } from "../life/profile.ts";
import { hourOf } from "../life/spending.ts";

const TOPIC_LETTING_GO = 22;
/** How much gathers before some of it leaves, and how much is laid out before some of it comes back, in cents. */
const GATHERS = [18_000, 95_000] as const;
const LAID_OUT = [30_000, 110_000] as const;
/** What may be left over in the end. */
const LEFT = [5500, 10_500] as const;
/** Notes that a machine gives at once, in cents. */
const MOST_CASH = 100_000;
/** Sums that come or go within days of one row. */
const MOST_PARTS = 12;

/** Days from one payment of a card, or one order of supplies, to the next; cash comes once a day. */
const APART = { cash: 1, transfer: 0, card: 5, supplies: 2 } as const;

type Way = keyof typeof APART;
const WAYS: readonly Way[] = ["cash", "transfer", "transfer", "card"];
const OF_BUSINESSES: readonly Way[] = ["supplies", "supplies", "transfer", "cash"];

/** How an account lets go: to whom, and mostly in which way. */
class Purse {
  readonly #ledger: Ledger;
  readonly #generator: Sfc32;
  readonly #person: number;
  readonly #payer: number;
  readonly #card: number;
  readonly #supplier: number;
  readonly #ways: readonly Way[];
  readonly #favourite: Way;
  readonly #business: boolean;
  /** Days on which each way was gone. */
  readonly #gone: Record<Way, number[]> = { cash: [], transfer: [], card: [], supplies: [] };

  constructor(ledger: Ledger, { business }: Profile, generator: Sfc32) {
    this.#ledger = ledger;
    this.#generator = generator;
    this.#person = ledger.stranger(generator);
    this.#payer = ledger.stranger(generator);
    this.#card = ledger.pooled("banks", generator);
    this.#supplier = ledger.merchant("wholesale", generator);
    this.#ways = business ? OF_BUSINESSES : WAYS;
    this.#business = business;
    this.#favourite = generator.pick(this.#ways);
  }

  /** Writes what leaves at a time; gives its row. */
  spend(day: number, second: number, cents: number): number {
    const [ledger, generator] = [this.#ledger, this.#generator];
    const wished = generator.chance(0.6) ? this.#favourite : generator.pick(this.#ways);
    const way = this.#gone[wished].some((other) => Math.abs(other - day) < APART[wished]) ? "transfer" : wished;
    this.#gone[way].push(day);
    const here = ledger.where(day, second);
    if (way === "cash" && here >= 0) {
      const notes = Math.min(MOST_CASH, Math.ceil(cents / 2000) * 2000);
      return ledger.cash(TEMPLATE.cashOutFirm, here, day, second, notes, generator);
    }
    if (way === "card") return ledger.deal(TEMPLATE.cardPaid, this.#card, day, second, cents);
    if (way === "supplies") return ledger.pay(TEMPLATE.webFirm, this.#supplier, day, second, cents);
    return this.#transfer(TEMPLATE.transferOut, this.#person, day, second, cents);
  }

  /** Writes what somebody gives; gives its row. */
  get(day: number, second: number, cents: number): number {
    return this.#transfer(TEMPLATE.transferIn, this.#payer, day, second, cents);
  }

  #transfer(template: Template, other: number, day: number, second: number, about: number): number {
    const [{ rows, ground, city }, cents] = [this.#ledger, Math.max(500, Math.round(about / 500) * 500)];
    const row = this.#ledger.deal(template, other, day, second, cents);
    rows.memo[row] = memo(ground.calendar, { city, day, cents, trade: this.#business }, this.#generator);
    return row;
  }
}

/** Squares what the unusual rows, by number, bring in and take away. */
export function letsGo(ledger: Ledger, profile: Profile, unusual: readonly number[]): void {
  if (unusual.length === 0) return;
  const { rows, ground } = ledger;
  const generator = ledger.open(TOPIC_LETTING_GO);
  const purse = new Purse(ledger, profile, generator);
  const order = unusual.slice().sort((a, b) => rows.local[a] - rows.local[b]);
  const last = order[order.length - 1];
  let pot = 0;
  let enough = generator.between(...GATHERS);
  let lack = generator.between(...LAID_OUT);
  for (const row of order) {
    pot += movedCents(rows, row);
    if (row === last) [enough, lack] = [generator.between(...LEFT), generator.between(20_000, LAID_OUT[0])];
    const day = Math.floor(rows.local[row] / DAY_SECONDS);
    for (let part = 0; part < MOST_PARTS && (pot >= enough || pot <= -lack); part++) {
      const second = hourOf(480, 1400, generator);
      const left = ground.calendar.days - 1 - day;
      const later = day + (pot > 0 ? Math.min(left, 1) + generator.below(Math.min(5, left)) : generator.between(-2, 5));
      if (later < 0 || later > day + left) break;
      // much leaves in larger sums, and comes back in such
      const [least, part] = [row === last ? 0.5 : 0, 0.25 + 0.4 * generator.unit()];
      const cents = Math.abs(pot) * Math.max(least, part);
      pot += movedCents(rows, pot > 0 ? purse.spend(later, second, cents) : purse.get(later, second, cents));
      if (row !== last) [enough, lack] = [generator.between(...GATHERS), generator.between(...LAID_OUT)];
    }
  }
}
