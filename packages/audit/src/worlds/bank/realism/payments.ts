/** How people pay, how much, and how often, against published surveys. */
import type { Channel } from "@vigie/sdk";
import { CHANNELS } from "@vigie/spec/bank";
import type { Comparison } from "@vigie/report/bank";
import type { BilingualText } from "@vigie/spec";
import { compareBand, compareFigure, compareKinds, comparePoints, rowsOf, share, type Figure } from "./compare.ts";
import { ABM_MEAN, ABM_MONTHLY, DEBIT_MEAN, E_TRANSFER_LIMIT, E_TRANSFER_USE, METHODS } from "./references.ts";
import { Sample } from "./sample.ts";
import type { Measure, RowView } from "./walk.ts";

const MONTH_DAYS = 30;
const DAILY_LIMIT_CENTS = 300_000;

/** Shares of all payments, Payments Canada 2022: what a bank account shows of them. */
const METHOD_SHARES: readonly { readonly label: BilingualText; readonly share: number; readonly channels: readonly Channel[] }[] =
  [
    { label: { en: "Debit card", fr: "Carte de débit" }, share: 31, channels: ["pos", "online"] },
    { label: { en: "Electronic funds transfer", fr: "Transfert électronique de fonds" }, share: 15, channels: ["eft", "wire"] },
    { label: { en: "Online transfer", fr: "Virement en ligne" }, share: 5, channels: ["e-transfer"] },
    { label: { en: "Cheque", fr: "Chèque" }, share: 2, channels: ["cheque"] },
    { label: { en: "Cash machine", fr: "Guichet automatique" }, share: 2, channels: ["abm-cash"] },
    { label: { en: "Prepaid card", fr: "Carte prépayée" }, share: 2, channels: ["prepaid"] },
  ];
const METHOD_OF = CHANNELS.map((channel) => METHOD_SHARES.findIndex(({ channels }) => channels.includes(channel)));
const [POS, ONLINE, E_TRANSFER, ABM, EFT] = ["pos", "online", "e-transfer", "abm-cash", "eft"].map((name) =>
  CHANNELS.findIndex((channel) => channel === name),
);

const named = rowsOf("payments", {
  methods: ["How people pay", "Façons de payer"],
  "debit-mean": ["Mean card payment", "Paiement moyen par carte"],
  "abm-mean": ["Mean withdrawal at a machine", "Retrait moyen au guichet"],
  "abm-monthly": ["Withdrawals a month and person", "Retraits par mois et par personne"],
  "e-transfer-use": ["People who use e-transfers in a month", "Personnes qui utilisent le virement Interac dans le mois"],
  "e-transfer-limit": ["Days of sending within the usual limit", "Jours d’envoi sous le plafond habituel"],
  "purchases-monthly": ["Card payments a month and person", "Paiements par carte par mois et par personne"],
  declined: ["Card payments declined", "Paiements par carte refusés"],
});

/** The mean of some amounts. */
function mean({ count, cents }: { readonly count: number; readonly cents: number }): Figure {
  return { unit: "cents", observations: count, observed: count === 0 ? 0 : cents / count };
}

/** Adds up what was sent by e-transfer, account-day by account-day. */
class DailySums {
  days = 0;
  within = 0;
  #day = -1;
  #cents = 0;

  add(day: number, cents: number): void {
    if (day !== this.#day) this.close();
    this.#day = day;
    this.#cents += cents;
  }

  close(): void {
    if (this.#cents > 0) {
      this.days++;
      if (this.#cents <= DAILY_LIMIT_CENTS) this.within++;
    }
    this.#cents = 0;
    this.#day = -1;
  }
}

export class Payments implements Measure {
  readonly #months: number;
  readonly #firstDay: number;
  readonly #methods = new Float64Array(METHOD_SHARES.length);
  readonly #sent = new DailySums();
  readonly #purchasesMonthly = new Sample();
  readonly #withdrawalsMonthly = new Sample();
  readonly #debit = { count: 0, cents: 0 };
  readonly #abm = { count: 0, cents: 0 };
  #cardRows = 0;
  #declined = 0;
  #people = 0;
  #monthsWithTransfer = 0;
  #transferMonths = 0;
  #purchases = 0;
  #withdrawals = 0;

  constructor(firstDay: number, days: number) {
    this.#firstDay = firstDay;
    this.#months = Math.max(1, Math.floor(days / MONTH_DAYS));
  }

  row(row: RowView): void {
    if (row.business) return;
    const purchase = !row.credit && (row.channel === POS || row.channel === ONLINE);
    if (purchase) {
      this.#cardRows++;
      if (row.declined) this.#declined++;
    }
    if (!row.posted) return;
    if (METHOD_OF[row.channel] >= 0 && (!row.credit || row.channel === EFT)) this.#methods[METHOD_OF[row.channel]]++;
    if (purchase) {
      this.#purchases++;
      this.#debit.count++;
      this.#debit.cents += row.cents;
    }
    if (row.channel === ABM && !row.credit) {
      this.#withdrawals++;
      this.#abm.count++;
      this.#abm.cents += row.cents;
    }
    if (row.channel !== E_TRANSFER) return;
    const month = Math.floor((row.day - this.#firstDay) / MONTH_DAYS);
    if (month >= 0 && month < this.#months) this.#transferMonths |= 1 << month;
    if (!row.credit) this.#sent.add(row.day, row.cents);
  }

  endAccount(_account: number, business: boolean): void {
    this.#sent.close();
    if (!business) {
      this.#people++;
      for (let month = 0; month < this.#months; month++) if ((this.#transferMonths >> month) & 1) this.#monthsWithTransfer++;
      this.#purchasesMonthly.add(this.#purchases / this.#months);
      this.#withdrawalsMonthly.add(this.#withdrawals / this.#months);
    }
    this.#transferMonths = 0;
    this.#purchases = 0;
    this.#withdrawals = 0;
  }

  comparisons(): Comparison[] {
    const people = this.#people;
    const [labels, shares] = [METHOD_SHARES.map(({ label }) => label), METHOD_SHARES.map((method) => method.share)];
    const withdrawals = { unit: "ratio", observations: people, observed: this.#withdrawalsMonthly.mean } as const;
    const users = { ...share(this.#monthsWithTransfer, people * this.#months), observations: people };
    return [
      compareKinds(named("methods", 0.15, METHODS), labels, this.#methods, shares),
      compareFigure(named("debit-mean", 0.25, DEBIT_MEAN), mean(this.#debit), 4_700),
      compareFigure(named("abm-mean", 0.25, ABM_MEAN), mean(this.#abm), 17_600),
      compareFigure(named("abm-monthly", 0.25, ABM_MONTHLY), withdrawals, 2.1),
      compareFigure(named("e-transfer-use", 0.25, E_TRANSFER_USE), users, 0.61),
      compareBand(named("e-transfer-limit", 0, E_TRANSFER_LIMIT), share(this.#sent.within, this.#sent.days), [0.99, 1]),
      comparePoints(named("purchases-monthly", 0.2), "count", this.#purchasesMonthly, [8, 28, 62]),
      compareBand(named("declined"), share(this.#declined, this.#cardRows), [0.008, 0.04]),
    ];
  }
}
