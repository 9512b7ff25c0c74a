/** The labels of one split, as scoring takes them. They exist in the judge's child process and in tests, nowhere else. */
import type { Role } from "@vigie/sdk";

export interface Positive {
  readonly account: number;
  readonly ring: number;
  readonly role: Role;
  /** Indicator id → ids of the rows that were planted for it; never empty. */
  readonly planted: ReadonlyMap<string, ReadonlySet<number>>;
  /** Indicators whose predicate is true of the account though nothing was planted. */
  readonly incidental: ReadonlySet<string>;
}

export interface Labels {
  readonly accountCount: number;
  /** In the order of their account numbers. */
  readonly positives: readonly Positive[];
  /** Look-alike group → its accounts, ascending; positives inside a group are listed and not counted. */
  readonly groups: ReadonlyMap<string, Int32Array>;
  /** By account: its bootstrap unit, 0 … unitCount − 1, and that unit's stratum. */
  readonly units: { readonly ofAccount: Int32Array; readonly stratumOfUnit: Int32Array };
}
