import { describe, expect, it } from "vitest";
import { Sfc32 } from "../../../chance/sfc32.ts";
import { Calendar } from "../../../ground/calendar.ts";
import { CITIES } from "../../../ground/geography.ts";
import { BOOKING_MEMOS, bookingMemo, fits, memo, MEMOS, rentMemo, type Occasion } from "./memos.ts";

const calendar = new Calendar("2024-01-01", 366);
const [TORONTO, QUEBEC] = ["Toronto", "Québec"].map((name) => CITIES.findIndex((city) => city.name === name));
const DOLLARS = [3, 9.99, 10, 25, 60, 120, 200, 500, 1100, 4000];
const generator = new Sfc32();

type Draw = typeof memo;

/** What is written in many draws, over the days of a year and all sums unless they are given. */
function written(draw: Draw, given: Partial<Occasion>, draws = 20_000): { text: string; day: number; cents: number }[] {
  generator.restart(1, 2, 3, 4);
  return Array.from({ length: draws }, (_, i) => {
    const day = given.day ?? i % calendar.days;
    const cents = given.cents ?? 100 * DOLLARS[i % DOLLARS.length];
    const number = draw(calendar, { city: TORONTO, trade: false, ...given, day, cents }, generator);
    return { text: number < 0 ? "" : MEMOS[number], day, cents };
  }).filter(({ text }) => text !== "");
}

const texts = (draw: Draw, given: Partial<Occasion>) => written(draw, given).map(({ text }) => text.toLowerCase());

describe("a message", () => {
  it("has words for each sum, in both languages, on each day, from people, with businesses, of rent and of bookings", () => {
    for (const city of [TORONTO, QUEBEC])
      for (const cents of DOLLARS.map((dollars) => dollars * 100)) {
        for (const trade of [false, true]) expect(written(memo, { city, cents, trade }, 400).length).toBeGreaterThan(150);
        for (const draw of [rentMemo, bookingMemo]) expect(written(draw, { city, cents }, 400)).toHaveLength(400);
      }
  });

  it("goes with the sum: no coffee for 60 dollars, no furniture or rent for 20", () => {
    expect(texts(memo, { cents: 115_100 }).filter((text) => /donut|coffee|parking|lunch|pizza|bowling/.test(text))).toEqual([]);
    expect(texts(memo, { cents: 2000 }).filter((text) => /furniture|rent\b|loan|flights|vet bill/.test(text))).toEqual([]);
    expect(texts(memo, { cents: 1200 }).some((text) => text.includes("donut run"))).toBe(true);
  });

  it("names its own month alone, or with rent in the last week the next", () => {
    const nameOf = (day: number) =>
      new Date(calendar.firstMs + day * 86_400_000).toLocaleString("en-CA", { month: "long", timeZone: "UTC" }).toLowerCase();
    const names = Array.from({ length: 12 }, (_, month) => nameOf(calendar.month.indexOf(month))).filter(
      (name) => name !== "may",
    );
    for (const draw of [memo, rentMemo])
      for (const { text, day } of written(draw, {})) {
        const named = names.find((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "iu").test(text));
        const ahead = /rent|half of/i.test(text) && calendar.monthDay[day] >= 25 ? 7 : 0;
        if (named !== undefined) expect([nameOf(day), nameOf(day + ahead)]).toContain(named);
      }
  });

  it("names a day of the week on it or in the two days before, and what has a season in that", () => {
    for (const { text, day } of written(memo, { city: QUEBEC })) {
      if (/vendredi/i.test(text)) expect([3, 4, 5]).toContain(calendar.weekday[day]);
      if (/sucre/i.test(text)) expect([2, 3]).toContain(calendar.month[day]);
      if (/déneigement/i.test(text)) expect([0, 1, 2, 9, 10, 11]).toContain(calendar.month[day]);
    }
  });

  it("is about trade with a business, and never of love or family", () => {
    const withBusiness = texts(memo, { trade: true });
    expect(withBusiness.filter((text) => /love|xoxo|bisou|kids|mom|bday|pizza|beer/.test(text))).toEqual([]);
    expect(withBusiness.filter((text) => /inv|order|supplies|deposit/.test(text)).length).toBeGreaterThan(2000);
    expect(texts(memo, {}).some((text) => text.includes("love"))).toBe(true);
  });

  it("speaks of bookings where it is one of theirs, and seldom otherwise; the lists do not overlap", () => {
    const booking = new Set(BOOKING_MEMOS);
    expect(written(bookingMemo, {}).every(({ text }) => booking.has(text))).toBe(true);
    const everyday = written(memo, {});
    const share = everyday.filter(({ text }) => booking.has(text)).length / everyday.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.05);
    const speaking = /\b(book|appt|appointment|room|hour|rdv|chambre|rendez-vous)|réserv|heure/i;
    expect(BOOKING_MEMOS.filter((text) => !speaking.test(text))).toEqual([]);
    expect(MEMOS.filter((text) => speaking.test(text) && !booking.has(text))).toEqual([]);
  });

  it("is varied, in the language of the place mostly, and there once each", () => {
    expect(new Set(MEMOS).size).toBe(MEMOS.length);
    expect(MEMOS.length).toBeLessThan(2 ** 15);
    expect(new Set(texts(memo, {})).size).toBeGreaterThan(600);
    const french = texts(memo, { city: QUEBEC }).filter((text) => /merci|souper|épicerie|essence|loyer|fête/.test(text)).length;
    const elsewhere = texts(memo, {}).filter((text) => /merci|souper|épicerie|essence|loyer|fête/.test(text)).length;
    expect(french).toBeGreaterThan(10 * elsewhere);
  });

  it("may be written again while it fits", () => {
    const april = MEMOS.indexOf("april rent");
    const day = (month: number) => calendar.month.indexOf(month);
    expect([fits(-1, calendar, 5), fits(april, calendar, day(3)), fits(april, calendar, day(4))]).toEqual([true, true, false]);
  });
});
