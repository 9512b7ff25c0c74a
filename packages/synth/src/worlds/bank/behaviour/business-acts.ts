/** Patterns of businesses: sales outside the hours, rooms and rides, wages that come back. */
import { NARROW } from "../../../chance/quantiles.ts";
import { DAY_SECONDS } from "../../../ground/calendar.ts";
import { memo } from "../ground/memos.ts";
import { paydaysOf, varied } from "../ground/paydays.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import { OWN_TERMINAL } from "../life/business.ts";
import { hourOf, price } from "../life/spending.ts";
import { actDay, inTime, many, mark, type Act } from "./act.ts";
import { buys } from "./spending-acts.ts";

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

/** A business that pays for hotels, rides and drug-store goods. */
export function hostsOthers(act: Act): void {
  buys(act, ["hotel", "rides", "drugStore"], 6, "business-pays-for-rooms-and-rides");
}

/** Wages of which a good part comes back from the same person within days, on paydays of the business one after another. */
export function returnsWages(act: Act): void {
  const { ledger, generator } = act;
  const { calendar } = ledger.ground;
  const person = ledger.stranger(generator);
  const { days, perYear, second } = paydaysOf(ledger.ground, ledger.slot);
  const usual = ((96_000 * 26) / perYear) * NARROW.draw(generator);
  const count = Math.min(days.length, Math.max(2, many(act, 2.5)));
  const from = actDay(act);
  const around = days.filter((day) => day <= from).length - generator.below(count + 1);
  const first = Math.max(0, Math.min(around, days.length - count));
  for (const day of days.slice(first, first + count)) {
    const cents = Math.round(usual * varied(generator));
    const paid = second + generator.below(900);
    mark(act, ledger.deal(TEMPLATE.wages, person, day, paid, cents), "wages-returned");
    const back = Math.min(cents, Math.ceil((cents * (0.52 + 0.4 * generator.unit())) / 1000) * 1000);
    const later = inTime(act, day, paid, generator.between(0, 3) * DAY_SECONDS + hourOf(600, 1300, generator));
    const row = ledger.deal(TEMPLATE.transferIn, person, day, later, back);
    const occasion = { city: ledger.city, day: day + Math.floor(later / DAY_SECONDS), cents: back, trade: true };
    ledger.rows.memo[row] = memo(calendar, occasion, generator);
    mark(act, row, "wages-returned");
  }
}
