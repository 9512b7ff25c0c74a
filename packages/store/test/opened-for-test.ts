import { afterEach, beforeEach } from "vitest";
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

/** Opens a store for each test of a part, and hands it over. */
export function openForEach(open: () => Promise<OpenedForTest>, take: (opened: OpenedForTest) => void | Promise<void>): void {
  let opened: OpenedForTest;
  beforeEach(async () => {
    opened = await open();
    await take(opened);
  });
  afterEach(() => opened.dispose());
}
