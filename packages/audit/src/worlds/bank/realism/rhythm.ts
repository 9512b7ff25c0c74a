/**
 * Pauses between payments, and the rhythm of pay.
 *
 * Burstiness of a person's card payments is (σ − μ) / (σ + μ) of the pauses between them (Goh and Barabási, 2008): −1 for
 * a metronome, 0 for payments that know nothing of one another, towards 1 for bursts and long silences. All pauses,
 * divided by their person's mean, are also compared with the exponential distribution, which chance alone would give.
 */
import { CHANNELS } from "@vigie/spec/bank";
import type { Comparison } from "@vigie/report/bank";
import type { BilingualText } from "@vigie/spec";
import { compareBand, compareKinds, comparePoints, rowsOf } from "./compare.ts";
import { smirnovAt } from "./distance.ts";
import { expected } from "./references.ts";
import { Sample } from "./sample.ts";
import type { Measure, RowView } from "./walk.ts";

const DAY_MS = 86_400_000;
const FEWEST_PAUSES = 15;
const [POS, ONLINE, EFT] = ["pos", "online", "eft"].map((name) => CHANNELS.findIndex((channel) => channel === name));
/** −ln(1 − p) for p = 0.1 … 0.9: the deciles of the exponential distribution of mean 1. */
const EXPONENTIAL = [0.1053605, 0.2231436, 0.3566749, 0.5108256, 0.6931472, 0.9162907, 1.2039728, 1.6094379, 2.3025851];
const DECILES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

const BURSTY = expected(
  "our own expectation: some burstiness, as in most of what people do, yet not extreme",
  "attente de notre part : des bouffées, comme dans presque tout ce que font les gens, mais sans excès",
);

const PAY: readonly { readonly label: BilingualText; readonly weight: number }[] = [
  { label: { en: "Each week", fr: "Chaque semaine" }, weight: 14 },
  { label: { en: "Every two weeks", fr: "Aux deux semaines" }, weight: 52 },
  { label: { en: "Twice a month", fr: "Deux fois par mois" }, weight: 18 },
  { label: { en: "Once a month", fr: "Une fois par mois" }, weight: 12 },
  { label: { en: "Irregular", fr: "Irrégulière" }, weight: 4 },
];

/** Which of PAY a person's days of pay follow: by the median pause; null for fewer than three pays. */
export function payPeriod(days: readonly number[]): number | null {
  if (days.length < 3) return null;
  const pauses = days
    .slice(1)
    .map((day, i) => day - days[i])
    .sort((a, b) => a - b);
  const median = pauses[Math.floor((pauses.length - 1) / 2)];
  const [least, most] = [pauses[0], pauses[pauses.length - 1]];
  if (median >= 5 && median <= 9) return 0;
  if (median >= 12 && median <= 18) return least >= 11 && most <= 17 && median === 14 && most - least <= 4 ? 1 : 2;
  if (median >= 26 && median <= 34) return 3;
  return 4;
}

const named = rowsOf("rhythm", {
  burstiness: ["Burstiness of a person’s card payments", "Bouffées dans les paiements d’une personne"],
  pauses: ["Pauses against those of pure chance", "Pauses comparées à celles du pur hasard"],
  "longest-pause": ["Longest time without a card payment", "Plus longue période sans paiement par carte"],
  "pay-periods": ["How often people are paid", "Fréquence des paies"],
});

export class Rhythm implements Measure {
  readonly #burstiness = new Sample();
  readonly #longest = new Sample();
  readonly #relative = new Sample();
  readonly #pay = new Float64Array(PAY.length);
  #times: number[] = [];
  #payDays = new Map<number, number[]>();

  row(row: RowView): void {
    if (row.business || !row.posted) return;
    if (!row.credit && (row.channel === POS || row.channel === ONLINE)) this.#times.push(row.time);
    if (row.credit && row.channel === EFT && row.code === "payroll") {
      const days = this.#payDays.get(row.party);
      if (days === undefined) this.#payDays.set(row.party, [row.day]);
      else days.push(row.day);
    }
  }

  endAccount(): void {
    this.#pauses();
    for (const days of this.#payDays.values()) {
      const period = payPeriod(days);
      if (period !== null) this.#pay[period]++;
    }
    if (this.#payDays.size > 0) this.#payDays = new Map();
  }

  #pauses(): void {
    const times = this.#times;
    const count = times.length - 1;
    if (count >= FEWEST_PAUSES) {
      const mean = (times[count] - times[0]) / count;
      let squares = 0;
      let longest = 0;
      for (let i = 0; i < count; i++) {
        const pause = times[i + 1] - times[i];
        squares += (pause - mean) * (pause - mean);
        longest = Math.max(longest, pause);
        if (mean > 0) this.#relative.add(pause / mean);
      }
      const deviation = Math.sqrt(squares / count);
      if (mean + deviation > 0) this.#burstiness.add((deviation - mean) / (deviation + mean));
      this.#longest.add(longest / DAY_MS);
    }
    if (times.length > 0) this.#times = [];
  }

  comparisons(): Comparison[] {
    const [labels, weights] = [PAY.map(({ label }) => label), PAY.map(({ weight }) => weight)];
    const observed = smirnovAt(this.#relative, EXPONENTIAL, DECILES);
    return [
      comparePoints(named("burstiness", 0.25, BURSTY), "ratio", this.#burstiness, [-0.02, 0.12, 0.3]),
      compareBand(named("pauses", 0, BURSTY), { unit: "ratio", observations: this.#relative.count, observed }, [0.05, 0.4]),
      comparePoints(named("longest-pause", 0.25), "days", this.#longest, [2.5, 5.5, 13]),
      compareKinds(named("pay-periods", 0.15), labels, this.#pay, weights),
    ];
  }
}
