/** Amounts of other people's files. */

const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,2})?$/;
const LARGEST = 9_007_199_254_740_991;

/** A decimal number times `rate` in whole cents, half away from zero; null where the text is no number or too large to be exact. */
export function cents(text: string, rate: number): number | null {
  if (!NUMBER.test(text)) return null;
  const value = Number(text) * rate * 100;
  const rounded = Math.sign(value) * Math.round(Math.abs(value));
  return Math.abs(rounded) <= LARGEST ? rounded + 0 : null;
}
