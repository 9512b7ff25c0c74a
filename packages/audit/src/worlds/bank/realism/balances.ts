/** What people have, and whether balances follow from the rows. */
import type { Comparison } from "@vigie/report/bank";
import { compareBand, comparePoints, rowsOf, share } from "./compare.ts";
import { ARITHMETIC } from "./references.ts";
import { Sample } from "./sample.ts";
import type { Measure, RowView } from "./walk.ts";

const named = rowsOf("balances", {
  "balance-steps": ["Balances that contradict the rows", "Soldes contredits par les opérations"],
  "balance-last": ["Balance on the last day", "Solde du dernier jour"],
  "balance-lowest": ["Lowest balance", "Solde le plus bas"],
  overdrawn: ["People who were overdrawn", "Personnes à découvert au moins une fois"],
  spent: ["Money out for each dollar in", "Sorties pour chaque dollar entré"],
});

export class Balances implements Measure {
  readonly #last = new Sample();
  readonly #lowest = new Sample();
  readonly #spent = new Sample();
  #people = 0;
  #overdrawn = 0;
  #steps = 0;
  #contradictions = 0;
  #rows = 0;
  #balance = 0;
  #least = 0;
  #in = 0;
  #out = 0;

  row(row: RowView): void {
    if (this.#rows > 0) {
      const moved = row.balance - this.#balance;
      this.#steps++;
      const follows = row.posted ? moved === (row.credit ? row.cents : -row.cents) : moved === 0 || Math.abs(moved) === row.cents;
      if (!follows) this.#contradictions++;
    }
    this.#least = this.#rows === 0 ? row.balance : Math.min(this.#least, row.balance);
    this.#balance = row.balance;
    this.#rows++;
    if (!row.posted) return;
    if (row.credit) this.#in += row.cents;
    else this.#out += row.cents;
  }

  endAccount(_account: number, business: boolean): void {
    if (!business && this.#rows > 0) {
      this.#people++;
      this.#last.add(this.#balance);
      this.#lowest.add(this.#least);
      if (this.#least < 0) this.#overdrawn++;
      if (this.#in > 0) this.#spent.add(this.#out / this.#in);
    }
    this.#rows = 0;
    this.#in = 0;
    this.#out = 0;
  }

  comparisons(): Comparison[] {
    return [
      compareBand(named("balance-steps", 0, ARITHMETIC), share(this.#contradictions, this.#steps), [0, 0]),
      comparePoints(named("balance-last", 0.2), "cents", this.#last, [8_000, 210_000, 1_600_000]),
      comparePoints(named("balance-lowest", 0.2), "cents", this.#lowest, [0, 60_000, 900_000]),
      compareBand(named("overdrawn"), share(this.#overdrawn, this.#people), [0.03, 0.25]),
      comparePoints(named("spent", 0.25), "ratio", this.#spent, [0.72, 0.97, 1.12]),
    ];
  }
}
