/** The board's rows from all teams' public runs: ranks and bands by the unrounded replicates, shown numbers rounded. */
import { rankStandings } from "@vigie/scoring";
import { roundedScore, type ChallengeSpec, type StandingRow } from "@vigie/spec";
import type { StandingEntry } from "@vigie/store/judge";

function row(
  challenge: ChallengeSpec,
  entry: StandingEntry,
  place: { rank: number | null; band: number | null } | undefined,
): StandingRow {
  const shown = entry.best === null ? null : roundedScore(entry.best.score, challenge);
  return {
    team: entry.team.id,
    teamName: entry.team.name,
    baseline: entry.team.baseline,
    rank: place?.rank ?? null,
    band: place?.band ?? null,
    score: shown?.points ?? null,
    interval: shown === null ? null : [shown.low, shown.high],
    parts: shown?.parts ?? null,
    harm: shown?.harm ?? null,
    history: [...entry.history],
    attempts: entry.attempts,
    verdict: entry.latestVerdict,
    submission: entry.best?.submission ?? null,
    judgedAt: entry.best?.judgedAt ?? null,
  };
}

/** Rows in the board's order: by score, then those that have none, by name. */
export function rankTeams(challenge: ChallengeSpec, entries: readonly StandingEntry[]): StandingRow[] {
  const scored = entries.flatMap(({ team, best }) =>
    best === null
      ? []
      : [{ id: team.id, name: team.name, baseline: team.baseline, points: best.score.points, replicates: best.replicates }],
  );
  const places = rankStandings(scored, { precisionPoints: challenge.precisionPoints, level: challenge.interval.level });
  const byId = new Map(entries.map((entry) => [entry.team.id, entry]));
  const ranked = places.flatMap((place) => {
    const entry = byId.get(place.id);
    return entry === undefined ? [] : [row(challenge, entry, place)];
  });
  const rest = entries.filter(({ best }) => best === null).sort((a, b) => (a.team.name < b.team.name ? -1 : 1));
  return [...ranked, ...rest.map((entry) => row(challenge, entry, undefined))];
}
