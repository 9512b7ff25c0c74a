/** What the store refuses because of what it holds, as an answer. */
import { StoreError } from "@vigie/store";
import { Refusal } from "../http/refusals.ts";

/** What the store says of an act that changes nothing any more, or of something that is not there. @throws Refusal. */
export async function whereItCan<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof StoreError && cause.code === "too-late") throw new Refusal("meanwhile", { cause });
    if (cause instanceof StoreError && cause.code.startsWith("unknown-")) throw new Refusal("not-found", { cause });
    throw cause;
  }
}
