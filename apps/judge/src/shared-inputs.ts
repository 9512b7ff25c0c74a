/**
 * Inputs of splits where every run's uid can go, copied once for all workers of a process: they are hundreds of megabytes,
 * and the page cache holds them once too. Labels lie elsewhere and are opened by each worker's child alone.
 */
import { join } from "node:path";
import { stageInputs, unstageInputs } from "@vigie/runner";
import { isComplete } from "@vigie/testset";

export class SharedInputs {
  readonly #staged = new Map<string, Promise<string>>();

  /**
   * Where runs find the inputs of the test set in `folder`. @param make makes it where it is not there whole, once for all
   * workers of the process. @throws what `make` and the file system throw; then it is tried anew.
   */
  async of(folder: string, make: () => Promise<unknown>): Promise<string> {
    const known = this.#staged.get(folder);
    if (known !== undefined) return known;
    const staged = this.#stage(folder, make);
    this.#staged.set(folder, staged);
    staged.catch(() => this.#staged.delete(folder));
    return staged;
  }

  async #stage(folder: string, make: () => Promise<unknown>): Promise<string> {
    if (!isComplete(folder)) await make();
    return stageInputs(join(folder, "inputs"));
  }

  /** Removes all copies. */
  async close(): Promise<void> {
    const staged = await Promise.allSettled(this.#staged.values());
    this.#staged.clear();
    for (const each of staged) if (each.status === "fulfilled") unstageInputs(each.value);
  }
}
