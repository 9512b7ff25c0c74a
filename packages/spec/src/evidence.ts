/** Tells whether a transaction or event id belongs to an account; made from a split's inputs by `testset`, asked by `scoring`. */
export interface EvidenceIndex {
  has(account: number, id: number): boolean;
}

/**
 * How ids stand in predictions. An account is its row number; evidence is a transaction's or an event's id. Both may be
 * written as a JSON integer or as its decimal digits in a string, without sign or leading zeros; both mean the same.
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
