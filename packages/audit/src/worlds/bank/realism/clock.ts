/** When things happen: hours, weekdays, business days, and rows by day. Times are local. */
import { CHANNELS } from "@vigie/spec/bank";
import type { Comparison } from "@vigie/report/bank";
import type { BilingualText } from "@vigie/spec";
import { compareBand, compareHours, compareKinds, rowsOf, share } from "./compare.ts";
import { goodFriday, weekdayOf } from "./calendar.ts";
import { expected } from "./references.ts";
import type { Measure, RowView } from "./walk.ts";

/** Channels of payments by people, with the weights that we expect of the hours 0 to 23. */
const CLOCKS = [
  {
    id: "hours-pos",
    channel: "pos",
    hours: [4, 3, 2, 1, 1, 4, 14, 34, 48, 50, 56, 66, 86, 76, 66, 70, 84, 96, 90, 70, 50, 34, 20, 9],
  },
  {
    id: "hours-online",
    channel: "online",
    hours: [16, 9, 5, 3, 3, 4, 10, 22, 36, 46, 54, 56, 60, 55, 52, 52, 54, 56, 58, 66, 74, 72, 56, 32],
  },
  {
    id: "hours-e-transfer",
    channel: "e-transfer",
    hours: [9, 5, 3, 2, 2, 4, 10, 25, 42, 52, 58, 58, 66, 58, 56, 56, 62, 68, 66, 62, 58, 50, 36, 20],
  },
  {
    id: "hours-abm",
    channel: "abm-cash",
    hours: [7, 5, 4, 3, 2, 4, 10, 22, 40, 58, 72, 76, 86, 74, 70, 74, 86, 86, 68, 50, 38, 28, 18, 11],
  },
] as const;
const named = rowsOf("clock", {
  "hours-pos": ["Card payments in shops, by hour", "Paiements en magasin, selon l’heure"],
  "hours-online": ["Card payments online, by hour", "Paiements en ligne, selon l’heure"],
  "hours-e-transfer": ["E-transfers sent, by hour", "Virements Interac envoyés, selon l’heure"],
  "hours-abm": ["Withdrawals at machines, by hour", "Retraits au guichet, selon l’heure"],
  weekdays: ["Card payments in shops, by weekday", "Paiements en magasin, selon le jour"],
  "closed-days": ["Electronic funds transfers on closed days", "Transferts de fonds les jours fermés"],
});

const WEEKDAYS: readonly BilingualText[] = [
  { en: "Sunday", fr: "Dimanche" },
  { en: "Monday", fr: "Lundi" },
  { en: "Tuesday", fr: "Mardi" },
  { en: "Wednesday", fr: "Mercredi" },
  { en: "Thursday", fr: "Jeudi" },
  { en: "Friday", fr: "Vendredi" },
  { en: "Saturday", fr: "Samedi" },
];
const WEEKDAY_WEIGHTS = [13.2, 13, 13.3, 13.8, 14.6, 16.4, 15.7];
const POS = CHANNELS.indexOf("pos");
const EFT = CHANNELS.indexOf("eft");
const BUSINESS_DAYS = expected(
  "our own expectation: banks post these on business days",
  "attente de notre part : les banques les inscrivent les jours ouvrables",
);

export class Clocks implements Measure {
  readonly #clocks = CLOCKS.map((clock) => ({ ...clock, at: CHANNELS.indexOf(clock.channel), counts: new Float64Array(24) }));
  readonly #weekdays = new Float64Array(7);
  readonly #volumes: Float64Array;
  readonly #firstDay: number;
  #eft = 0;
  #eftOnClosedDays = 0;

  constructor(firstDay: number, days: number) {
    this.#firstDay = firstDay;
    this.#volumes = new Float64Array(days);
  }

  row(row: RowView): void {
    const day = row.day - this.#firstDay;
    if (day >= 0 && day < this.#volumes.length) this.#volumes[day]++;
    if (row.channel === EFT && row.posted) {
      this.#eft++;
      const weekday = weekdayOf(row.day);
      if (weekday === 0 || weekday === 6 || row.day === goodFriday(row.day)) this.#eftOnClosedDays++;
    }
    if (row.business || row.credit) return;
    for (const clock of this.#clocks) if (row.channel === clock.at) clock.counts[Math.floor(row.minute / 60)]++;
    if (row.channel === POS) this.#weekdays[weekdayOf(row.day)]++;
  }

  /** Rows on each day, from the first. */
  volumes(): number[] {
    return Array.from(this.#volumes);
  }

  comparisons(): Comparison[] {
    return [
      ...this.#clocks.map(({ id, counts, hours }) => compareHours(named(id, 0.8), counts, hours)),
      compareKinds(named("weekdays", 0.05), WEEKDAYS, this.#weekdays, WEEKDAY_WEIGHTS),
      compareBand(named("closed-days", 0, BUSINESS_DAYS), share(this.#eftOnClosedDays, this.#eft), [0, 0.03]),
    ];
  }
}
