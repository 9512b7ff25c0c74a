import type { ChallengeSpec } from "@vigie/spec";
import type { Store, Submission } from "@vigie/store";

/** What a team sent last, to whichever challenge; null before the first. */
export async function newestSubmission(
  { store }: { readonly store: Store },
  team: string,
): Promise<{ readonly challenge: ChallengeSpec; readonly submission: Submission } | null> {
  const challenges = await store.challenges();
  const lists = await Promise.all(challenges.map(({ id }) => store.submissionsOf(team, id)));
  const newest = challenges.flatMap((challenge, i) => lists[i].slice(0, 1).map((submission) => ({ challenge, submission })));
  const at = ({ submission }: (typeof newest)[number]): number => Date.parse(submission.receivedAt);
  return newest.sort((a, b) => at(b) - at(a))[0] ?? null;
}
