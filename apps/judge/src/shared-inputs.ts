/**
 * Inputs of splits where every run's uid can go, copied once for all workers of a process: they are hundreds of megabytes,
 * and the page cache holds them once too. Labels lie elsewhere and are opened by each worker's child alone.
 */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { stageInputs, unstageInputs } from "@vigie/runner";

export class SharedInputs {
  readonly #staged = new Map<string, Promise<string>>();

  /**
   * Where runs find the inputs of the test set in `folder`. @throws Error where it was never made by this version of
   * Vigie, and what the file system throws; then it is tried anew.
   */
  async of(folder: string): Promise<string> {
    if (!existsSync(folder))
      throw new Error(
        `the test set ${basename(folder)} is not there: another version of Vigie prepared this event's splits. ` +
          "Put that version back, or run vigie judge rejudge to prepare them anew and judge everything on them",
      );
    const known = this.#staged.get(folder);
    if (known !== undefined) return known;
    const staged = stageInputs(join(folder, "inputs"));
    this.#staged.set(folder, staged);
    staged.catch(() => this.#staged.delete(folder));
    return staged;
  }

  /** Removes all copies. */
  async close(): Promise<void> {
    const staged = await Promise.allSettled(this.#staged.values());
    this.#staged.clear();
    for (const each of staged) if (each.status === "fulfilled") unstageInputs(each.value);
  }
}
