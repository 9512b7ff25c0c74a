/** French Canadian spacing: no-break before `:` `%` `$` and inside « », nothing before `;` `!` `?`. Addresses and clock times keep their colons. */
const NO_BREAK = "\u00a0";

/** Turns the ordinary spaces that must not break into no-break spaces; idempotent. */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ (?=[:%$»](?:\s|$|[.,;)]))/g, NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/ »/g, `${NO_BREAK}»`);
}
