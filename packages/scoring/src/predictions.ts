/** What a detector said, by account: the order of its lines is gone, so that nothing can hang on it. */
export interface Predictions {
  /** Accounts of the split; the arrays have one entry for each. */
  readonly accountCount: number;
  /** Lines, which is accounts with an alert. */
  readonly alertCount: number;
  /** 1 where the account has a line. An account without one raised no alert. */
  readonly alerted: Uint8Array;
  /** In [0, 1], never −0; 0 (and without meaning) where there is no line. */
  readonly scores: Float64Array;
  /** Position in the SDK's `ROLES`; −1 where none was named. */
  readonly roles: Int8Array;
  /** Account → indicator → the ids cited for it, ascending, without doubles; only accounts with findings. */
  readonly findings: ReadonlyMap<number, ReadonlyMap<string, Float64Array>>;
}
