/** Patterns of businesses: sales outside the hours, rooms and rides, wages that come back. */
import { NARROW } from "../../../chance/quantiles.ts";
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

/** Wages of which a good part comes back from the same person within days. */
export function returnsWages(act: Act): void {
  const { ledger, generator } = act;
  const person = ledger.stranger(generator);
  for (let i = Math.max(2, many(act, 2.5)); i > 0; i--) {
    const day = ledger.ground.calendar.bankDayFrom[actDay(act)];
    const cents = Math.round(96_000 * NARROW.draw(generator));
    const second = 20_000 + generator.below(900);
    mark(act, ledger.deal(TEMPLATE.wages, person, day, second, cents), "wages-returned");
    const back = Math.ceil((cents * (0.52 + 0.4 * generator.unit())) / 1000) * 1000;
    const later = inTime(act, day, second, generator.between(0, 3) * 86_400 + hourOf(600, 1300, generator));
    mark(act, ledger.deal(TEMPLATE.transferIn, person, day, later, Math.min(back, cents)), "wages-returned");
  }
}
