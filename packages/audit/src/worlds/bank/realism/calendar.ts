/** Days as whole numbers since 1970-01-01. */
const DAY_MS = 86_400_000;

/** 0 on a Sunday to 6 on a Saturday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/**
 * Easter Sunday of a Gregorian year, by the anonymous algorithm published in Nature in 1876.
 * @returns whole days since 1970-01-01.
 */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b >> 2;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * (c >> 2) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const rest = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(rest / 31) - 1, (rest % 31) + 1) / DAY_MS;
}

const known = new Map<number, number>();

/** Good Friday of the year in which a day lies: the one holiday on which every Canadian bank is closed in these months. */
export function goodFriday(day: number): number {
  const year = new Date(day * DAY_MS).getUTCFullYear();
  const friday = known.get(year) ?? easterSunday(year) - 2;
  known.set(year, friday);
  return friday;
}
