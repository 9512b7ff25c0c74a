/** Attempts are counted by the day on the wall clock of the event's time zone. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA-u-ca-gregory-nu-latn", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formats.set(timeZone, format);
  return format;
}

/** The local day of an instant, as YYYY-MM-DD. */
export function eventDay(instant: Date, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** The instant at which the next local day begins, to the millisecond: by halving, so that no rule of clock changes stands here. */
export function nextEventDay(instant: Date, timeZone: string): Date {
  const today = eventDay(instant, timeZone);
  let before = instant.getTime();
  let after = before + 50 * 3_600_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (eventDay(new Date(middle), timeZone) > today) after = middle;
    else before = middle;
  }
  return new Date(after);
}
