import type { Store } from "./contract.ts";
import { openBase, type OpenOptions } from "./open-base.ts";

/**
 * Opens a data directory (made on first use, 0700) for the web app's side.
 * @throws StoreLockedError where another process has it; StoreDamagedError; StoreError `database-unreachable` or `migration`.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  return (await openBase(options)).store;
}
