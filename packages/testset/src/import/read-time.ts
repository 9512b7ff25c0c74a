/** Times of other people's files: fixed formats and steps. */

/** A text becomes milliseconds since 1970 (UTC); null where it does not have the format or is no time of the calendar. */
export type TimeReader = (text: string) => number | null;

const TOKENS = ["YYYY", "MM", "DD", "HH", "mm", "ss"] as const;
type Token = (typeof TOKENS)[number];
const DAY_MS = 86_400_000;

interface Place {
  readonly token: Token;
  readonly from: number;
}

/** Where each token stands. @throws RangeError for a token twice, or a day that is not fully there. */
function placesOf(format: string): readonly Place[] {
  const places = TOKENS.flatMap((token) => {
    const from = format.indexOf(token);
    if (from >= 0 && format.includes(token, from + 1)) throw new RangeError(`${token} stands twice in the format ${format}`);
    return from < 0 ? [] : [{ token, from }];
  });
  for (const needed of ["YYYY", "MM", "DD"]) {
    if (!places.some(({ token }) => token === needed)) throw new RangeError(`the format ${format} lacks ${needed}`);
  }
  return places;
}

function digits(text: string, from: number, length: number): number {
  let number = 0;
  for (let i = from; i < from + length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = 10 * number + digit;
  }
  return number;
}

function dayOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return year >= 1970 && year < 2200 && back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? time : null;
}

/** @throws RangeError for a format without a full day. */
export function textTime(format: string): TimeReader {
  const places = placesOf(format);
  const ofToken = new Map(places.flatMap(({ token, from }) => Array.from({ length: token.length }, (_, i) => [from + i, true])));
  const literals = Array.from({ length: format.length }, (_, at) => ({ character: format[at], at })).filter(
    ({ at }) => !ofToken.has(at),
  );
  const read = (text: string, token: Token): number => {
    const place = places.find((one) => one.token === token);
    return place === undefined ? 0 : digits(text, place.from, token.length);
  };
  return (text) => {
    if (text.length !== format.length || literals.some(({ character, at }) => text[at] !== character)) return null;
    const [hour, minute, second] = [read(text, "HH"), read(text, "mm"), read(text, "ss")];
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
    const [year, month, day] = [read(text, "YYYY"), read(text, "MM"), read(text, "DD")];
    const midnight = year < 0 || month < 1 || day < 1 ? null : dayOf(year, month, day);
    return midnight === null ? null : midnight + (hour * 3600 + minute * 60 + second) * 1000;
  };
}

/** Whole steps of `minutes` since the day `from`, YYYY-MM-DD. @throws RangeError for a day that is not in the calendar. */
export function stepTime(minutes: number, from: string): TimeReader {
  const start = textTime("YYYY-MM-DD")(from);
  if (start === null) throw new RangeError(`${from} is no day of the calendar`);
  return (text) => {
    const step = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    const time = start + step * minutes * 60_000;
    return time < 230 * 365 * DAY_MS ? time : null;
  };
}
