/** Ids of rows and subjects, as predictions write them and as people see them. */

/**
 * How ids stand in predictions. A subject is its number; evidence is the id of a row. Both may be written as a JSON integer or
 * as its decimal digits in a string, without sign or leading zeros; both mean the same. Ids lie below 2^52.
 */
export const ID_LIMIT = 4_503_599_627_370_496;
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A transaction's or an event's id as people see it: eleven letters and digits in three groups, such as `0K7-M2QX-4TB1`. */
export function shortId(id: number): string {
  let rest = id;
  let text = "";
  for (let i = 0; i < 11; i++) {
    text = CROCKFORD.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return `${text.slice(0, 3)}-${text.slice(3, 7)}-${text.slice(7)}`;
}
