/** Whom people deal with: partners in e-transfers, favourite merchants, and the tails of both. */
import { CHANNELS } from "@vigie/spec/bank";
import type { Comparison, DegreeTail } from "@vigie/report/bank";
import type { BilingualText } from "@vigie/spec";
import { compareBand, comparePoints, rowsOf } from "./compare.ts";
import { FriendGraph } from "./friend-graph.ts";
import { Sample } from "./sample.ts";
import { tailOf } from "./tail.ts";
import type { Measure, RowView } from "./walk.ts";

const [POS, ONLINE, E_TRANSFER] = ["pos", "online", "e-transfer"].map((name) =>
  CHANNELS.findIndex((channel) => channel === name),
);
const FEWEST_PARTNERS = 3;
const FEWEST_PURCHASES = 20;
const FAVOURITES = 3;
const SENT = 1;
const RECEIVED = 2;

const named = rowsOf("people", {
  partners: ["People dealt with by e-transfer", "Partenaires de virements Interac"],
  reciprocity: ["Partners who send and receive", "Partenaires qui envoient et reçoivent"],
  clustering: ["Friends of friends who are friends", "Liens entre proches d’une même personne"],
  merchants: ["Merchants whom a person pays", "Commerces fréquentés par une personne"],
  loyalty: ["Payments at a person’s three favourite merchants", "Part des trois commerces préférés d’une personne"],
  concentration: ["Payments at the busiest tenth of merchants", "Part du dixième des commerces les plus fréquentés"],
});

function counted(map: Map<number, number>, key: number): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

export class Circles implements Measure {
  readonly #graph: FriendGraph;
  readonly #partnerCounts = new Sample();
  readonly #businessPartners = new Sample();
  readonly #reciprocity = new Sample();
  readonly #loyalty = new Sample();
  readonly #merchantCounts = new Sample();
  /** By merchant: people who pay there, and their payments. */
  readonly #customers = new Map<number, number>();
  readonly #payments = new Map<number, number>();
  readonly #partners = new Map<number, number>();
  readonly #merchants = new Map<number, number>();

  /** @param accountOf by code of the counterparty: the account's number, where it is one. */
  constructor(accountCount: number, accountOf: (party: number) => number) {
    this.#graph = new FriendGraph(accountCount, accountOf);
  }

  row(row: RowView): void {
    if (!row.posted || row.party < 0) return;
    if (row.channel === E_TRANSFER) {
      this.#partners.set(row.party, (this.#partners.get(row.party) ?? 0) | (row.credit ? RECEIVED : SENT));
      if (row.partyKind === "account" && !row.business) this.#graph.add(row.account, row.party);
    } else if (!row.business && !row.credit && (row.channel === POS || row.channel === ONLINE)) {
      counted(this.#merchants, row.party);
    }
  }

  endAccount(_account: number, business: boolean): void {
    (business ? this.#businessPartners : this.#partnerCounts).add(this.#partners.size);
    if (!business) this.#closePerson();
    this.#partners.clear();
    this.#merchants.clear();
  }

  #closePerson(): void {
    if (this.#partners.size >= FEWEST_PARTNERS) {
      let both = 0;
      for (const ways of this.#partners.values()) if (ways === (SENT | RECEIVED)) both++;
      this.#reciprocity.add(both / this.#partners.size);
    }
    let purchases = 0;
    for (const [merchant, count] of this.#merchants) {
      purchases += count;
      counted(this.#customers, merchant);
      this.#payments.set(merchant, (this.#payments.get(merchant) ?? 0) + count);
    }
    if (purchases < FEWEST_PURCHASES) return;
    const most = [...this.#merchants.values()].sort((a, b) => b - a).slice(0, FAVOURITES);
    this.#loyalty.add(most.reduce((a, b) => a + b, 0) / purchases);
    this.#merchantCounts.add(this.#merchants.size);
  }

  /** Share of all payments that the busiest tenth of merchants take in. */
  #concentration(): number {
    const counts = [...this.#payments.values()].sort((a, b) => b - a);
    const all = counts.reduce((a, b) => a + b, 0);
    const top = counts.slice(0, Math.ceil(counts.length / 10)).reduce((a, b) => a + b, 0);
    return all === 0 ? 0 : top / all;
  }

  comparisons(): Comparison[] {
    const { clustering, counted: triads } = this.#graph.clustering();
    const linked = { unit: "share", observations: triads, observed: clustering } as const;
    const busiest = { unit: "share", observations: this.#payments.size, observed: this.#concentration() } as const;
    return [
      comparePoints(named("partners", 0.2), "count", this.#partnerCounts, [1, 5, 14]),
      comparePoints(named("reciprocity", 0.25), "share", this.#reciprocity, [0.08, 0.35, 0.65]),
      compareBand(named("clustering"), linked, [0.04, 0.5]),
      comparePoints(named("merchants", 0.2), "count", this.#merchantCounts, [12, 26, 48]),
      comparePoints(named("loyalty", 0.2), "share", this.#loyalty, [0.24, 0.4, 0.62]),
      compareBand(named("concentration"), busiest, [0.35, 0.85]),
    ];
  }

  tails(): DegreeTail[] {
    const customers = new Sample();
    for (const count of this.#customers.values()) customers.add(count);
    const titles: readonly (readonly [BilingualText, Sample])[] = [
      [{ en: "E-transfer partners of a person", fr: "Partenaires de virements d’une personne" }, this.#partnerCounts],
      [{ en: "E-transfer partners of a business", fr: "Partenaires de virements d’une entreprise" }, this.#businessPartners],
      [{ en: "Partners within the set", fr: "Partenaires à l’intérieur du jeu" }, this.#graph.degrees()],
      [{ en: "Customers of a merchant", fr: "Clientèle d’un commerce" }, customers],
    ];
    return titles.map(([title, sample]) => tailOf(title, sample));
  }
}
