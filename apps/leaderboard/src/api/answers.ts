/** What the API answers: made from what the visibility function gives, and from nothing else. */
import { worldOf, type ChallengeSpec, type Mistake, type Score, type Standings } from "@vigie/spec";
import { statesOf, type Pending } from "../board/pending.ts";
import { shownName } from "../board/shown-row.ts";
import { deciding, type SeenListed, type SeenSubmission } from "../visibility.ts";

export function leaderboardAnswer(standings: Standings, pending: readonly Pending[]) {
  const states = statesOf(pending);
  return {
    version: standings.version,
    rows: standings.rows.map((row) => ({
      rank: row.rank,
      band: row.band,
      team: shownName(row, "en"),
      score: row.score,
      interval: row.interval,
      parts: row.parts,
      penalties: row.penalties,
      baseline: row.baseline,
      entry: row.entry ?? null,
      division: row.division ?? null,
      language: row.language ?? null,
      state: states.get(row.team) ?? (row.verdict === null ? "none" : "judged"),
      verdict: row.verdict,
    })),
  };
}

/** `harm` is what a penalty of that name takes: programs from when there was no other read it there. */
function scoreAnswer(score: Score | null) {
  return {
    score: score?.points ?? null,
    interval: score === null ? null : [score.low, score.high],
    parts: score?.parts ?? null,
    penalties: score?.penalties ?? null,
    harm: score === null ? null : (score.penalties["harm"] ?? 0),
  };
}

/** A mistake calls its subject what a line of the challenge's output calls it ("account"). */
function mistakeAnswer({ subject, ...mistake }: Mistake, challenge: ChallengeSpec) {
  return { [worldOf(challenge).subject.id]: subject, ...mistake };
}

/** What a list and the answer of one submission have in common. */
function commonAnswer(shown: SeenListed) {
  const { state, verdict, score, sealed } = deciding(shown);
  const coming = shown.public === null && shown.practice.verdict === "accepted";
  return {
    id: shown.id,
    challenge: shown.challenge,
    attempt: shown.attempt,
    receivedAt: shown.receivedAt,
    digest: shown.digest,
    sentDigest: shown.sentDigest,
    state: coming ? "queued" : state,
    verdict: coming ? null : verdict,
    sealed: !coming && sealed,
    ...scoreAnswer(score),
  };
}

export function listedAnswer(shown: SeenListed) {
  const { state, verdict, reason, score } = shown.practice;
  return { ...commonAnswer(shown), practice: { state, verdict, sealed: false, reason, ...scoreAnswer(score) } };
}

export function submissionAnswer(shown: SeenSubmission, challenge: ChallengeSpec) {
  const { report, state, verdict, reason } = shown.practice;
  return {
    ...commonAnswer(shown),
    practice: {
      state,
      verdict,
      sealed: false,
      reason,
      ...scoreAnswer(report?.score ?? null),
      fault: report?.fault ?? null,
      log: report?.log ?? null,
      mistakes: report?.mistakes.map((mistake) => mistakeAnswer(mistake, challenge)) ?? [],
      resources: report?.resources ?? null,
    },
  };
}
