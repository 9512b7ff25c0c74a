/**
 * First digits and round numbers.
 *
 * Benford's law holds for amounts that span several orders of magnitude, so it is asked of all posted amounts together and
 * not of one kind (withdrawals come in twenties, transit fares are all alike).
 */
import type { Channel } from "@vigie/sdk";
import { CHANNELS } from "@vigie/spec/bank";
import type { Comparison } from "@vigie/report/bank";
import { compareBand, compareKinds, rowsOf, share, type RowName } from "./compare.ts";
import { BENFORD, expected } from "./references.ts";
import type { Measure, RowView } from "./walk.ts";

/** log10(1 + 1/d) for d = 1 … 9. */
const FIRST_DIGITS = [0.30103, 0.176091, 0.124939, 0.09691, 0.0791812, 0.0669468, 0.0579919, 0.0511525, 0.0457575];
const NOTES = expected(
  "our own expectation: machines give out twenties",
  "attente de notre part : les guichets donnent des billets de 20 $",
);

const named = rowsOf("digits", {
  benford: ["First digit of all amounts", "Premier chiffre de tous les montants"],
  "round-shop": ["Shop payments of whole dollars", "Paiements en magasin sans cents"],
  "round-transfer-5": ["E-transfers in fives", "Virements Interac multiples de 5 $"],
  "round-transfer-20": ["E-transfers in twenties", "Virements Interac multiples de 20 $"],
  "round-abm": ["Withdrawals in twenties", "Retraits multiples de 20 $"],
  "round-deposit": ["Cash deposits in fives", "Dépôts d’espèces multiples de 5 $"],
  "round-pay": ["Pays of whole dollars", "Paies sans cents"],
});

interface Heap {
  readonly name: RowName;
  readonly channel: number;
  readonly credit: boolean;
  readonly code: string | null;
  /** Amounts that are multiples of this are round. */
  readonly multiple: number;
  readonly band: readonly [number, number];
}

function heap(
  name: RowName,
  [channel, direction, code]: readonly [Channel, "in" | "out", string | null],
  multiple: number,
  band: readonly [number, number],
): Heap {
  return { name, channel: CHANNELS.indexOf(channel), credit: direction === "in", code, multiple, band };
}

const HEAPS: readonly Heap[] = [
  heap(named("round-shop"), ["pos", "out", "purchase"], 100, [0.02, 0.14]),
  heap(named("round-transfer-5"), ["e-transfer", "out", "transfer"], 500, [0.55, 0.92]),
  heap(named("round-transfer-20"), ["e-transfer", "out", "transfer"], 2000, [0.25, 0.65]),
  heap(named("round-abm", 0, NOTES), ["abm-cash", "out", null], 2000, [0.9, 1]),
  heap(named("round-deposit"), ["abm-cash", "in", null], 500, [0.85, 1]),
  heap(named("round-pay"), ["eft", "in", "payroll"], 100, [0, 0.06]),
];

export function firstDigit(cents: number): number {
  let rest = cents;
  while (rest >= 10) rest = Math.floor(rest / 10);
  return rest;
}

export class Digits implements Measure {
  readonly #first = new Float64Array(9);
  readonly #heaps = HEAPS.map((one) => ({ ...one, all: 0, round: 0 }));

  row(row: RowView): void {
    if (!row.posted) return;
    if (row.cents >= 1) this.#first[firstDigit(row.cents) - 1]++;
    if (row.business) return;
    for (const one of this.#heaps) {
      if (one.channel !== row.channel || one.credit !== row.credit || (one.code ?? row.code) !== row.code) continue;
      one.all++;
      if (row.cents % one.multiple === 0) one.round++;
    }
  }

  comparisons(): Comparison[] {
    const labels = FIRST_DIGITS.map((_, i) => ({ en: String(i + 1), fr: String(i + 1) }));
    return [
      compareKinds(named("benford", 0.06, BENFORD), labels, this.#first, FIRST_DIGITS),
      ...this.#heaps.map(({ name, all, round, band }) => compareBand(name, share(round, all), band)),
    ];
  }
}
