/**
 * First digits and round numbers.
 *
 * Benford's law holds for amounts that span several orders of magnitude, so it is asked of all posted amounts together and
 * not of one kind (withdrawals come in twenties, transit fares are all alike).
 */
import { CHANNELS } from "@vigie/spec/bank";
import type { Comparison } from "@vigie/report/bank";
import { compareBand, compareKinds, type RowName } from "./compare.ts";
import { BENFORD, expected, OURS } from "./references.ts";
import type { Measure, RowView } from "./walk.ts";

/** log10(1 + 1/d) for d = 1 … 9. */
const FIRST_DIGITS = [0.30103, 0.176091, 0.124939, 0.09691, 0.0791812, 0.0669468, 0.0579919, 0.0511525, 0.0457575];
const NOTES = expected(
  "our own expectation: machines give out twenties",
  "attente de notre part : les guichets donnent des billets de 20 $",
);

interface Heap {
  readonly name: RowName;
  readonly channel: string;
  readonly credit: boolean;
  readonly codes: readonly string[] | null;
  /** Amounts that are multiples of this are round. */
  readonly multiple: number;
  readonly band: readonly [number, number];
}

function heap(
  id: string,
  [en, fr]: readonly [string, string],
  [channel, direction, code]: readonly [string, "in" | "out", string | null],
  multiple: number,
  band: readonly [number, number],
  reference = OURS,
): Heap {
  const name = { id, section: "digits", title: { en, fr }, reference, tolerance: 0 } as const;
  return { name, channel, credit: direction === "in", codes: code === null ? null : [code], multiple, band };
}

const HEAPS: readonly Heap[] = [
  heap(
    "round-shop",
    ["Shop payments of whole dollars", "Paiements en magasin sans cents"],
    ["pos", "out", "purchase"],
    100,
    [0.02, 0.14],
  ),
  heap(
    "round-transfer-5",
    ["E-transfers in fives", "Virements Interac multiples de 5 $"],
    ["e-transfer", "out", "transfer"],
    500,
    [0.55, 0.92],
  ),
  heap(
    "round-transfer-20",
    ["E-transfers in twenties", "Virements Interac multiples de 20 $"],
    ["e-transfer", "out", "transfer"],
    2000,
    [0.25, 0.65],
  ),
  heap("round-abm", ["Withdrawals in twenties", "Retraits multiples de 20 $"], ["abm-cash", "out", null], 2000, [0.9, 1], NOTES),
  heap(
    "round-deposit",
    ["Cash deposits in fives", "Dépôts d’espèces multiples de 5 $"],
    ["abm-cash", "in", null],
    500,
    [0.85, 1],
  ),
  heap("round-pay", ["Pays of whole dollars", "Paies sans cents"], ["eft", "in", "payroll"], 100, [0, 0.06]),
];

export function firstDigit(cents: number): number {
  let rest = cents;
  while (rest >= 10) rest = Math.floor(rest / 10);
  return rest;
}

export class Digits implements Measure {
  readonly #first = new Float64Array(9);
  readonly #heaps = HEAPS.map((one) => ({ ...one, at: CHANNELS.findIndex((name) => name === one.channel), all: 0, round: 0 }));

  row(row: RowView): void {
    if (!row.posted) return;
    if (row.cents >= 1) this.#first[firstDigit(row.cents) - 1]++;
    if (row.business) return;
    for (const one of this.#heaps) {
      if (one.at !== row.channel || one.credit !== row.credit || (one.codes !== null && !one.codes.includes(row.code))) continue;
      one.all++;
      if (row.cents % one.multiple === 0) one.round++;
    }
  }

  comparisons(): Comparison[] {
    const title = { en: "First digit of all amounts", fr: "Premier chiffre de tous les montants" };
    const benford: RowName = { id: "benford", section: "digits", title, reference: BENFORD, tolerance: 0.06 };
    const labels = FIRST_DIGITS.map((_, i) => ({ en: String(i + 1), fr: String(i + 1) }));
    return [
      compareKinds(benford, labels, this.#first, FIRST_DIGITS),
      ...this.#heaps.map(({ name, all, round, band }) => compareBand(name, "share", all, all === 0 ? 0 : round / all, band)),
    ];
  }
}
