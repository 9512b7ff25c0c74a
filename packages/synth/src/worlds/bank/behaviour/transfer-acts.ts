/** Patterns of e-transfers: many senders, a few regular ones, memos, passing on. */
import { NARROW } from "../../../chance/quantiles.ts";
import { bookingMemo, memo } from "../ground/memos.ts";
import { DAY_SECONDS } from "../../../ground/calendar.ts";
import { TEMPLATE, TEMPLATES, type Template } from "../ground/vocabulary.ts";
import { heaped } from "../life/acquaintances.ts";
import { hourOf } from "../life/spending.ts";
import { actDay, inTime, laterOn, many, mark, type Act } from "./act.ts";

/** A sum between the holder and somebody, with a word that fits or none; gives the row. */
function transfer(act: Act, template: Template, other: number, { day, second, cents }: Sum, words = memo): number {
  const { ledger, profile, generator } = act;
  const row = ledger.deal(template, other, day, second, cents);
  const occasion = { city: ledger.city, day, cents, trade: profile.business };
  ledger.rows.memo[row] = words(ledger.ground.calendar, occasion, generator);
  return row;
}

interface Sum {
  readonly day: number;
  readonly second: number;
  readonly cents: number;
}

/** Many people send similar sums. */
export function manySend(act: Act): void {
  const { ledger, generator } = act;
  for (let i = many(act, 11); i > 0; i--) {
    const sender = ledger.stranger(generator);
    const day = actDay(act);
    const second = hourOf(500, 1470, generator);
    const cents = Math.min(78_000, Math.max(8500, heaped(20_000 * NARROW.draw(generator), generator)));
    const row = transfer(act, TEMPLATE.transferIn, sender, { day, second, cents });
    mark(act, row, "many-unrelated-senders", "turnover-beyond-income");
  }
}

/** A few people who send sums regularly, for weeks. */
export function gathers(act: Act): void {
  const { ledger, generator } = act;
  const weeks = { ...act, start: act.start - 5, days: act.days + 10 };
  for (let person = 3; person > 0; person--) {
    const sender = ledger.stranger(generator);
    const usual = 22_000 * NARROW.draw(generator);
    for (let i = Math.max(3, many(act, 3)); i > 0; i--) {
      const day = actDay(weeks);
      const cents = Math.max(10_000, heaped(usual * (0.8 + 0.4 * generator.unit()), generator));
      const second = hourOf(500, 1400, generator);
      const row = transfer(act, TEMPLATE.transferIn, sender, { day, second, cents });
      mark(act, row, "collector-star", "turnover-beyond-income");
    }
  }
}

/** Money comes with words of bookings and appointments. */
export function takesBookings(act: Act): void {
  const { ledger, generator } = act;
  const clients = Array.from({ length: 4 }, () => ledger.stranger(generator));
  for (let i = many(act, 5); i > 0; i--) {
    const client = generator.pick(clients);
    const day = actDay(act);
    const second = hourOf(540, 1460, generator);
    const cents = heaped(14_000 * NARROW.draw(generator), generator);
    const row = transfer(act, TEMPLATE.transferIn, client, { day, second, cents }, bookingMemo);
    mark(act, row, "coded-memos", "turnover-beyond-income");
  }
}

/** What comes in leaves within a day, to others or as cash. */
export function emptiesQuickly(act: Act): void {
  const { ledger, generator } = act;
  const receivers = [ledger.stranger(generator), ledger.stranger(generator)];
  for (let i = many(act, 4); i > 0; i--) {
    const day = actDay(act);
    const second = hourOf(500, 1300, generator);
    const cents = heaped(38_000 * NARROW.draw(generator), generator);
    const income = transfer(act, TEMPLATE.transferIn, ledger.stranger(generator), { day, second, cents });
    mark(act, income, "in-and-out-within-a-day", "turnover-beyond-income");
    const out = Math.floor((cents * (0.8 + 0.18 * generator.unit())) / 500) * 500;
    const later = inTime(act, day, second, Math.min(laterOn(second, 1, generator), second + 85_000));
    const here = ledger.where(day, later);
    const row =
      generator.chance(0.3) && here >= 0
        ? ledger.cash(TEMPLATE.cashOutFirm, here, day, later, Math.ceil((cents * 0.75) / 2000) * 2000, generator)
        : transfer(act, TEMPLATE.transferOut, generator.pick(receivers), { day, second: later, cents: out });
    mark(act, row, "in-and-out-within-a-day", "income-passed-on");
  }
}

/** Rows of pay and of sums from others, from a day of the act on; after the last of the world come the first. */
function incomesOf(act: Act, least: number): number[] {
  const { rows } = act.ledger;
  const pays: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    const template = TEMPLATES[rows.template[row]];
    const pay = template === TEMPLATE.payroll || template === TEMPLATE.payout || template === TEMPLATE.transferIn;
    if (pay && rows.amount[row] >= 15_000) pays.push(row);
  }
  pays.sort((a, b) => rows.local[a] - rows.local[b]);
  const day = actDay(act);
  const first = Math.max(
    0,
    pays.findIndex((row) => rows.local[row] >= day * DAY_SECONDS),
  );
  return [...pays.slice(first), ...pays.slice(0, first)].slice(0, least);
}

/** A good part of the pay goes to one receiver within a day. */
export function sendsPayOn(act: Act): void {
  const { ledger, generator } = act;
  const { rows } = ledger;
  const receiver = ledger.stranger(generator);
  const share = 0.42 + 0.3 * generator.unit();
  for (const pay of incomesOf(act, Math.max(3, many(act, 4)))) {
    const cents = Math.ceil((rows.amount[pay] * share * (1 + 0.15 * generator.unit())) / 500) * 500;
    const came = rows.local[pay] % DAY_SECONDS;
    const day = Math.floor(rows.local[pay] / DAY_SECONDS);
    const later = laterOn(Math.max(came, 25_000), 1, generator);
    // a day after pay that came before dawn people sleep: on its own day, then
    const goes = inTime(act, day, came, later <= came + 85_000 ? later : Math.max(later - DAY_SECONDS, came + 600));
    mark(act, transfer(act, TEMPLATE.transferOut, receiver, { day, second: goes, cents }), "income-passed-on");
  }
}
