/** Messages fit what they go with: the amount, the month, and whose account it is. */
import { CHANNELS } from "@vigie/spec/bank";
import { compareBand, rowsOf, share } from "../compare.ts";
import type { RowView } from "../walk.ts";
import { blank, type Feature, type Guard, type GuardRow } from "./guard.ts";
import { senseOf, type MemoSense } from "./memo-sense.ts";

const DAY_MS = 86_400_000;
const E_TRANSFER = CHANNELS.indexOf("e-transfer");
const MOST = 0.02;

const named = rowsOf("guards", {
  "memo-amount": ["Messages that do not fit their amount", "Messages qui ne vont pas avec leur montant"],
  "memo-month": [
    "Messages that name a month, and neither this one nor the next",
    "Messages qui nomment un autre mois que celui-ci ou le suivant",
  ],
  "memo-business": [
    "Messages of family and love on business accounts",
    "Messages de famille ou d’amour sur des comptes d’entreprises",
  ],
});
const IDS = ["memo-amount", "memo-month", "memo-business"] as const;

/** How many messages there are of a sort, and how many of them do not fit; of one account, then of all. */
class Tally {
  readonly feature: Feature;
  #own = { all: 0, odd: 0 };
  all = 0;
  odd = 0;

  constructor(accounts: number) {
    this.feature = blank(accounts);
  }

  see(odd: boolean): void {
    this.#own.all++;
    if (odd) this.#own.odd++;
  }

  close(account: number): void {
    const { all, odd } = this.#own;
    if (all > 0) this.feature[account] = odd / all;
    this.all += all;
    this.odd += odd;
    this.#own = { all: 0, odd: 0 };
  }
}

export class MemoFit implements Guard {
  readonly #senses: readonly MemoSense[];
  readonly #tallies: readonly [amount: Tally, month: Tally, business: Tally];

  /** @param memos the messages by their codes. */
  constructor(accounts: number, memos: readonly string[]) {
    this.#senses = memos.map(senseOf);
    this.#tallies = [new Tally(accounts), new Tally(accounts), new Tally(accounts)];
  }

  row(row: RowView): void {
    if (row.channel !== E_TRANSFER || !row.posted || row.memo < 0) return;
    const { cents, months, close } = this.#senses[row.memo];
    const [amount, month, business] = this.#tallies;
    amount.see(cents !== null && (row.cents < cents[0] || row.cents > cents[1]));
    if (row.business) business.see(close);
    if (months.length === 0) return;
    const now = new Date(row.day * DAY_MS).getUTCMonth();
    month.see(!months.includes(now) && !months.includes((now + 1) % 12));
  }

  endAccount(account: number): void {
    for (const tally of this.#tallies) tally.close(account);
  }

  guarded(): GuardRow[] {
    return this.#tallies.map(({ all, odd, feature }, i) => ({
      comparison: compareBand(named(IDS[i]), share(odd, all), [0, MOST]),
      feature,
    }));
  }
}
