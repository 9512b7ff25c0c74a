/** The kinds whose detectors the SDK runs. A new one: its folder, and its lines here. */
import type { KindRun } from "./kind-run.ts";
import { RANKING_RUN } from "./ranking/index.ts";

export const KIND_RUNS: readonly KindRun[] = [RANKING_RUN];

export * from "./ranking/index.ts";
