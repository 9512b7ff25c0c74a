/**
 * Inputs of splits where every run's uid can go, copied once for all workers of a process: they are hundreds of megabytes,
 * and the page cache holds them once too. Labels lie elsewhere and are opened by each worker's child alone.
 */
import { join } from "node:path";
import { stageInputs, unstageInputs } from "@vigie/runner";

export class SharedInputs {
  readonly #staged = new Map<string, Promise<string>>();

  /** Where runs find the inputs of the test set in `folder`. @throws what the file system throws; then it is tried anew. */
  of(folder: string): Promise<string> {
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
