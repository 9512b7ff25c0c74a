/** Patterns of money that comes and goes: cash by machine and by others, senders, memos, passing on. */
import { NARROW } from "../chance/quantiles.ts";
import { CITY_WEIGHTS } from "../ground/geography.ts";
import { BOOKING } from "../ground/memos.ts";
import { TEMPLATE, TEMPLATES } from "../ground/vocabulary.ts";
import { heaped, memo } from "../life/acquaintances.ts";
import { OWN_TERMINAL } from "../life/business.ts";
import { hourOf, price } from "../life/spending.ts";
import { actDay, many, mark, notes, type Act } from "./act.ts";

/** Cash deposits by machine, at night or in several cities. */
export function depositsAtNight(act: Act): void {
  const { ledger, generator } = act;
  const abroad = generator.chance(0.5);
  const cities = [
    ledger.city,
    generator.weighted(CITY_WEIGHTS),
    generator.weighted(CITY_WEIGHTS),
    generator.weighted(CITY_WEIGHTS),
  ];
  for (let i = many(act, 4); i > 0; i--) {
    const night = generator.between(22 * 3600 + 60, 29 * 3600);
    const row = abroad
      ? ledger.cash(TEMPLATE.cashIn, cities[i % 4], actDay(act), hourOf(540, 1310, generator), notes(act, 34_000), generator)
      : ledger.cash(TEMPLATE.cashIn, ledger.city, actDay(act), night, notes(act, 34_000), generator);
    mark(act, row, "cash-night-or-many-cities", "turnover-beyond-income");
  }
}

/** Two or three deposits within a day, each under the reporting threshold. */
export function splitsCash(act: Act): void {
  const { ledger, generator } = act;
  for (let i = many(act, 2); i > 0; i--) {
    const day = actDay(act);
    for (let part = generator.between(2, 3); part > 0; part--) {
      const row = ledger.cash(
        generator.chance(0.5) ? TEMPLATE.branchIn : TEMPLATE.cashIn,
        ledger.city,
        day,
        hourOf(570, 1150, generator),
        Math.min(990_000, Math.max(204_000, notes(act, 280_000))),
        generator,
      );
      mark(act, row, "cash-under-threshold", "turnover-beyond-income");
    }
  }
}

/** Others deposit cash into the account. */
export function othersDeposit(act: Act): void {
  const { ledger, generator } = act;
  const others = [ledger.stranger(generator), ledger.stranger(generator), ledger.stranger(generator)];
  for (let i = many(act, 4); i > 0; i--) {
    const row = ledger.cash(
      generator.chance(0.6) ? TEMPLATE.branchIn : TEMPLATE.cashIn,
      ledger.city,
      actDay(act),
      hourOf(570, 1200, generator),
      notes(act, 40_000),
      generator,
    );
    ledger.rows.depositor[row] = others[i % 3];
    mark(act, row, "third-party-cash", "turnover-beyond-income");
  }
}

/** Many people send similar sums. */
export function manySend(act: Act): void {
  const { ledger, generator } = act;
  for (let i = many(act, 11); i > 0; i--) {
    const row = ledger.deal(
      TEMPLATE.transferIn,
      ledger.stranger(generator),
      actDay(act),
      hourOf(500, 1470, generator),
      Math.min(78_000, Math.max(8500, heaped(20_000 * NARROW.draw(generator), generator))),
    );
    ledger.rows.memo[row] = memo(generator);
    mark(act, row, "many-unrelated-senders", "turnover-beyond-income");
  }
}

/** Money comes with words of bookings and appointments. */
export function takesBookings(act: Act): void {
  const { ledger, generator } = act;
  const clients = Array.from({ length: 4 }, () => ledger.stranger(generator));
  for (let i = many(act, 5); i > 0; i--) {
    const row = ledger.deal(
      TEMPLATE.transferIn,
      generator.pick(clients),
      actDay(act),
      hourOf(540, 1460, generator),
      heaped(14_000 * NARROW.draw(generator), generator),
    );
    ledger.rows.memo[row] = BOOKING.first + generator.below(BOOKING.count);
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
    mark(
      act,
      ledger.deal(TEMPLATE.transferIn, ledger.stranger(generator), day, second, cents),
      "in-and-out-within-a-day",
      "turnover-beyond-income",
    );
    const out = Math.floor((cents * (0.8 + 0.18 * generator.unit())) / 500) * 500;
    const later = second + generator.between(900, 43_000);
    const cash = generator.chance(0.3);
    const row = cash
      ? ledger.cash(TEMPLATE.cashOutFirm, ledger.city, day, later, Math.ceil((cents * 0.75) / 2000) * 2000, generator)
      : ledger.deal(TEMPLATE.transferOut, generator.pick(receivers), day, later, out);
    mark(act, row, "in-and-out-within-a-day");
  }
}

/** A good part of the pay goes to one receiver within a day. */
export function sendsPayOn(act: Act): void {
  const { ledger, generator } = act;
  const { rows } = ledger;
  const receiver = ledger.stranger(generator);
  const pays: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    const template = TEMPLATES[rows.template[row]];
    if (
      template.direction === 0 &&
      rows.amount[row] >= 15_000 &&
      (template === TEMPLATE.payroll || template === TEMPLATE.payout || template === TEMPLATE.transferIn)
    )
      pays.push(row);
  }
  const share = 0.42 + 0.3 * generator.unit();
  for (const pay of pays.slice(0, many(act, 4))) {
    const row = ledger.deal(
      TEMPLATE.transferOut,
      receiver,
      0,
      rows.local[pay] + generator.between(1200, 60_000),
      Math.ceil((rows.amount[pay] * share) / 500) * 500,
    );
    mark(act, row, "income-passed-on");
  }
}

/** Sales of a business outside its hours. */
export function sellsLate(act: Act): void {
  const { ledger, generator, profile } = act;
  for (let i = many(act, 4); i > 0; i--) {
    const row = ledger.row(
      TEMPLATE.sale,
      actDay(act),
      (profile.closeMinute + generator.between(20, 200)) * 60 + generator.below(60),
      price(profile.businessType.sale * NARROW.draw(generator), generator),
    );
    ledger.rows.place[row] = ledger.city;
    ledger.rows.terminal[row] = OWN_TERMINAL;
    mark(act, row, "business-after-hours");
  }
}
