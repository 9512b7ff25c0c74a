/** What a detector said, by subject: the order of its lines is gone, so that nothing can hang on it. */
export interface Alerts {
  /** Subjects with a line; the arrays have one entry for every subject. */
  readonly count: number;
  /** 1 where the subject has a line. One without raised no alert. */
  readonly alerted: Uint8Array;
  /** In [0, 1], never −0; 0 (and without meaning) where there is no line. */
  readonly scores: Float64Array;
  /** Null where none was named. */
  readonly roleOf: (subject: number) => string | null;
  /** Subject → indicator → the ids cited for it, ascending, without doubles; only subjects with findings. */
  readonly findings: ReadonlyMap<number, ReadonlyMap<string, Float64Array>>;
}
