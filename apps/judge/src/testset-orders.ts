/** What goes between the thread that makes a test set and those that help it. All of it is posted by structured clone. */
import type { DatasetSpec, Seed, WorldSize } from "@vigie/spec";
import type { ColumnJob, Gathered } from "@vigie/testset";
import { isOfKind, type Failed } from "./thread-failure.ts";

/** The world that a thread generates from, and where its spool goes. */
export interface ThreadWorld {
  readonly dataset: DatasetSpec;
  readonly seed: Seed;
  readonly size: WorldSize;
  readonly shift: boolean;
  readonly spool: string;
  /** True of the one thread that gathers what belongs to no block. */
  readonly commons: boolean;
}

export type Order =
  | { readonly kind: "begin"; readonly world: ThreadWorld }
  /** Blocks `from` to `to` − 1. */
  | { readonly kind: "gather"; readonly from: number; readonly to: number }
  | { readonly kind: "finish" }
  | { readonly kind: "column"; readonly job: ColumnJob };

export type Answer =
  | { readonly kind: "begun"; readonly blocks: number }
  /** How many rows the thread has gathered in all, as `WriteProgress` counts them. */
  | { readonly kind: "gathered"; readonly rows: number }
  | { readonly kind: "finished"; readonly gathered: Gathered }
  | { readonly kind: "written" };

/** True of what {@link Order} describes, as far as its kind tells: both ends are of one build. */
export function isOrder(message: unknown): message is Order {
  return isOfKind(message, ["begin", "gather", "finish", "column"]);
}

export function isAnswer(message: unknown): message is Answer | Failed {
  return isOfKind(message, ["begun", "gathered", "finished", "written", "failed"]);
}
