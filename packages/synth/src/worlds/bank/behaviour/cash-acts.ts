/** Patterns of cash: by machine at night or in many cities, in parts, by others, in one city and out in another. */
import { CITY_WEIGHTS } from "../../../ground/geography.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import { hourOf } from "../life/spending.ts";
import { actDay, inTime, many, mark, notes, type Act } from "./act.ts";

/** A city other than `city`, by population. */
export function elsewhereThan(city: number, act: Act): number {
  let other = city;
  while (other === city) other = act.generator.weighted(CITY_WEIGHTS);
  return other;
}

/** Cash deposits by machine, at night or in several cities. */
export function depositsAtNight(act: Act): void {
  const { ledger, generator } = act;
  const abroad = generator.chance(0.5);
  const cities = [ledger.city, elsewhereThan(ledger.city, act), elsewhereThan(ledger.city, act), elsewhereThan(ledger.city, act)];
  for (let i = many(act, 4); i > 0; i--) {
    const night = generator.between(22 * 3600 + 60, 29 * 3600);
    const second = abroad ? hourOf(540, 1310, generator) : night;
    const city = abroad ? cities[i % 4] : ledger.city;
    const row = ledger.cash(TEMPLATE.cashIn, city, actDay(act), second, notes(act, 34_000), generator);
    mark(act, row, "cash-night-or-many-cities", "turnover-beyond-income", "cash-heavy-without-payroll");
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
      mark(act, row, "cash-under-threshold", "turnover-beyond-income", "cash-heavy-without-payroll");
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
    mark(act, row, "third-party-cash", "turnover-beyond-income", "cash-heavy-without-payroll");
  }
}

/** Cash goes in at home and comes out in another city a day or so later. */
export function funnelsCash(act: Act): void {
  const { ledger, generator } = act;
  const away = elsewhereThan(ledger.city, act);
  for (let i = Math.max(2, many(act, 2.6)); i > 0; i--) {
    const day = actDay(act);
    const second = hourOf(560, 1250, generator);
    const cents = notes(act, 44_000);
    const row = ledger.cash(
      generator.chance(0.3) ? TEMPLATE.branchIn : TEMPLATE.cashIn,
      ledger.city,
      day,
      second,
      cents,
      generator,
    );
    mark(act, row, "funnel-account", "turnover-beyond-income", "in-and-out-within-a-day");
    const taken = Math.ceil((cents * (0.6 + 0.38 * generator.unit())) / 2000) * 2000;
    const later = inTime(act, day, second, second + generator.between(14_000, 130_000));
    const out = ledger.cash(TEMPLATE.cashOutFirm, away, day, later, taken, generator);
    mark(act, out, "funnel-account", "in-and-out-within-a-day");
  }
}
