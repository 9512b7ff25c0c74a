/** Holidays on which Canadian banks settle nothing. */
const DAY_MS = 86_400_000;
const known = new Map<number, ReadonlySet<string>>();

function utc(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day);
}

/** Easter Sunday by the anonymous Gregorian rule (Meeus, *Astronomical Algorithms*), in epoch milliseconds. */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return utc(year, Math.floor(f / 31), (f % 31) + 1);
}

/** The `n`-th given weekday of a month. */
function nth(year: number, month: number, weekday: number, n: number): number {
  const first = new Date(utc(year, month, 1)).getUTCDay();
  return utc(year, month, 1 + ((weekday - first + 7) % 7) + 7 * (n - 1));
}

/** Month and day (`MM-DD`) of the bank holidays of the whole country; for one on a week-end, the next other day of the week is closed too. */
export function holidaysOf(year: number): ReadonlySet<string> {
  const cached = known.get(year);
  if (cached) return cached;
  const beforeMay25 = new Date(utc(year, 5, 24)).getUTCDay();
  const national = [
    utc(year, 1, 1),
    easter(year) - 2 * DAY_MS,
    utc(year, 5, 24) - ((beforeMay25 + 6) % 7) * DAY_MS,
    utc(year, 7, 1),
    nth(year, 9, 1, 1),
    utc(year, 9, 30),
    nth(year, 10, 1, 2),
    utc(year, 11, 11),
    utc(year, 12, 25),
    utc(year, 12, 26),
  ];
  const days = new Set(national.map(monthDay));
  for (const at of national) if (isWeekend(at)) days.add(monthDay(inLieu(at, days)));
  known.set(year, days);
  return days;
}

function monthDay(at: number): string {
  return new Date(at).toISOString().slice(5, 10);
}

function isWeekend(at: number): boolean {
  const weekday = new Date(at).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function inLieu(at: number, days: ReadonlySet<string>): number {
  let day = at;
  while (isWeekend(day) || days.has(monthDay(day))) day += DAY_MS;
  return day;
}
