import type { JudgeStore } from "../src/judge-contract.ts";

export interface OpenedForTest {
  readonly store: JudgeStore;
  readonly dataDir: string;
  sql(statement: string): Promise<readonly unknown[]>;
  /** Closes and opens the same data directory and database again. */
  reopen(): Promise<JudgeStore>;
  /** Closes and removes all. */
  dispose(): Promise<void>;
}
