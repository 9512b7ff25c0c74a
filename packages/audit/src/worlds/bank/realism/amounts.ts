/** Amounts by kind of payment and by kind of merchant. */
import { CHANNELS } from "@vigie/spec/bank";
import { FEWEST_CASES, type Comparison } from "@vigie/report/bank";
import { comparePoints } from "./compare.ts";
import { OURS } from "./references.ts";
import { Spread } from "./spread.ts";
import { MERCHANT_KINDS, merchantKind, PAYMENT_KINDS, type PaymentKind } from "./titles.ts";
import type { Measure, RowView } from "./walk.ts";

const TOLERANCE = 0.2;
const MOST_KINDS = 40;

function cents(dollars: readonly [number, number, number] | null): readonly [number, number, number] | null {
  return dollars === null ? null : [100 * dollars[0], 100 * dollars[1], 100 * dollars[2]];
}

function matches(kind: PaymentKind, row: RowView): boolean {
  return (
    CHANNELS[row.channel] === kind.channel &&
    row.credit === kind.credit &&
    row.business === kind.business &&
    (kind.codes === null || kind.codes.includes(row.code))
  );
}

export class Amounts implements Measure {
  readonly #kinds = PAYMENT_KINDS.map((kind) => ({ kind, spread: new Spread() }));
  /** By channel, direction, holder and code: which kind; found once. */
  readonly #kindOf = new Map<string, Spread | null>();
  readonly #merchants = new Map<number, Spread>();

  row(row: RowView): void {
    if (!row.posted) return;
    this.#spreadOf(row)?.add(row.cents);
    if (row.mcc >= 0 && !row.credit && !row.business) this.#merchant(row.mcc).add(row.cents);
  }

  #spreadOf(row: RowView): Spread | null {
    const key = `${row.channel} ${row.credit ? 1 : 0}${row.business ? 1 : 0} ${row.code}`;
    const known = this.#kindOf.get(key);
    if (known !== undefined) return known;
    const found = this.#kinds.find(({ kind }) => matches(kind, row))?.spread ?? null;
    this.#kindOf.set(key, found);
    return found;
  }

  #merchant(mcc: number): Spread {
    const known = this.#merchants.get(mcc);
    if (known !== undefined) return known;
    const made = new Spread();
    this.#merchants.set(mcc, made);
    return made;
  }

  comparisons(): Comparison[] {
    const byKind = this.#kinds
      .filter(({ spread }) => spread.count >= FEWEST_CASES)
      .map(({ kind, spread }) => this.#compare(`amount-${kind.id}`, kind.title, spread, kind.dollars));
    const byMerchant = [...this.#merchants]
      .filter(([, spread]) => spread.count >= FEWEST_CASES)
      .sort(([a, one], [b, other]) => other.count - one.count || a - b)
      .slice(0, MOST_KINDS)
      .map(([mcc, spread]) => this.#compare(`mcc-${mcc}`, merchantKind(mcc), spread, MERCHANT_KINDS[mcc]?.dollars ?? null));
    return [...byKind, ...byMerchant];
  }

  #compare(
    id: string,
    title: Comparison["title"],
    spread: Spread,
    dollars: readonly [number, number, number] | null,
  ): Comparison {
    const reference = dollars === null ? null : OURS;
    return comparePoints({ id, section: "amounts", title, reference, tolerance: TOLERANCE }, "cents", spread, cents(dollars));
  }
}
