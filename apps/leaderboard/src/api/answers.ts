/** What the API answers: made from what the visibility function gives, and from nothing else. */
import type { Standings } from "@vigie/spec";
import { deciding, type SeenSubmission } from "../visibility.ts";

export function leaderboardAnswer(standings: Standings, pending: readonly { team: string; state: "queued" | "judging" }[]) {
  const states = new Map(pending.toSorted((a, b) => (a.state < b.state ? 1 : -1)).map(({ team, state }) => [team, state]));
  return {
    version: standings.version,
    rows: standings.rows.map((row) => ({
      rank: row.rank,
      band: row.band,
      team: row.teamName,
      score: row.score,
      interval: row.interval,
      parts: row.parts,
      baseline: row.baseline,
      state: states.get(row.team) ?? (row.verdict === null ? "none" : "judged"),
      verdict: row.verdict,
    })),
  };
}

export function submissionAnswer(shown: SeenSubmission) {
  const { state, verdict, score } = deciding(shown);
  const { report } = shown.practice;
  const coming = shown.public === null && shown.practice.verdict === "accepted";
  return {
    id: shown.id,
    challenge: shown.challenge,
    attempt: shown.attempt,
    receivedAt: shown.receivedAt,
    digest: shown.digest,
    state: coming ? "queued" : state,
    verdict: coming ? null : verdict,
    score: score?.points ?? null,
    interval: score === null ? null : [score.low, score.high],
    parts: score?.parts ?? null,
    harm: score?.harm ?? null,
    practice: {
      state: shown.practice.state,
      verdict: shown.practice.verdict,
      reason: shown.practice.reason,
      score: report?.score?.points ?? null,
      interval: report === null || report.score === null ? null : [report.score.low, report.score.high],
      parts: report?.score?.parts ?? null,
      harm: report?.score?.harm ?? null,
      fault: report?.fault ?? null,
      log: report?.log ?? null,
      mistakes: report?.mistakes ?? [],
      resources: report?.resources ?? null,
    },
  };
}
