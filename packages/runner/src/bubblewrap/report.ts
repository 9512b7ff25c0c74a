/**
 * What the chain reports on its own descriptor: bwrap's JSON lines, and between them the shells' `times`
 * (own line, then the waited-for children's, each "0m0.010000s 0m0.000000s").
 */
export interface Report {
  /** Of the program, as bwrap saw it: 128 + n where signal n ended it. Null: bwrap never came to an end. */
  readonly exitCode: number | null;
  /** CPU time of what came before the program; null until the stage was ready. */
  readonly setUpMs: number | null;
  /** CPU time of the whole chain; null where it was killed. */
  readonly totalMs: number | null;
}

const EXIT_CODE = /"exit-code"\s*:\s*(\d+)/;
const TIMES = /^(\d+)m([\d.]+)s (\d+)m([\d.]+)s$/gm;

/** Reads what has come so far; lines of a later version that mean nothing here are passed over. */
export function readReport(text: string): Report {
  const exit = EXIT_CODE.exec(text);
  const lines = [...text.matchAll(TIMES)].map(
    ([, m1, s1, m2, s2]) => (Number(m1) + Number(m2)) * 60_000 + (Number(s1) + Number(s2)) * 1000,
  );
  const sum = (from: number): number | null => (lines.length >= from + 2 ? lines[from] + lines[from + 1] : null);
  return { exitCode: exit === null ? null : Number(exit[1]), setUpMs: sum(0), totalMs: sum(2) };
}
