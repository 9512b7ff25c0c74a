import type { ChallengeSpec } from "@vigie/spec";
import { BUILD_LIMITS } from "./build-detector.ts";

/** For unpacking, layout and score: what the door lets in takes them a second at most. */
const AROUND_MS = 60_000;

/**
 * The most that the whole judging of one submission may take: unpacking, layout, build, run and score. No team gets there,
 * since each part is bounded by itself; whatever does is ours, and its worker is free again.
 */
export function judgingCeilingMs({ limits }: Pick<ChallengeSpec, "limits">): number {
  return BUILD_LIMITS.wallMs + limits.wallMs + AROUND_MS;
}
