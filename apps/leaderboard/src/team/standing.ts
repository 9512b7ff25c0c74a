/** Where a team stands on the board that everybody sees. */
import { boardShapes, formatScore, scoreWhisker } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { rowKey, type Snapshot } from "../board/snapshot.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";

function placesOf({ bands, places }: Snapshot, band: number): { from: number; to: number } | null {
  const found = bands.filter((one) => one.band === band);
  const ranks = found.flatMap(({ from, to }) => places.slice(from, to).flatMap(({ row }) => row.rank ?? []));
  return ranks.length === 0 ? null : { from: Math.min(...ranks), to: Math.max(...ranks) };
}

/** Null of a team without a score. */
export function standingView(lang: Language, snapshot: Snapshot, team: string): View | null {
  const place = snapshot.placeOf.get(rowKey(team));
  const row = place === undefined ? undefined : snapshot.places[place].row;
  if (row === undefined || row.score === null) return null;
  const { score, interval, band } = row;
  const points = formatScore(lang, score, 0);
  const range = band === null ? null : placesOf(snapshot, band);
  return {
    words: band === null ? say(lang, "standing.points", { points }) : say(lang, "standing.band", { points, band }),
    shapes: boardShapes(snapshot.axis),
    picture: scoreWhisker({ score, interval, axis: snapshot.axis, baseline: false, decimals: 0 }, lang).svg,
    places:
      range === null
        ? null
        : range.from === range.to
          ? say(lang, "standing.place", { from: range.from })
          : say(lang, "standing.places", range),
  };
}
