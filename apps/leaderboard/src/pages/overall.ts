/** The overall board, as a page and for programs. */
import type { Request, Response } from "express";
import { formatCount, formatScore } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { addressOf } from "../board/boards.ts";
import { overallRows, weighed, type OverallRow, type Weighed } from "../board/overall.ts";
import { plainLetters, wishOf } from "../board/pages.ts";
import { outsideWords, shownName } from "../board/shown-row.ts";
import type { Snapshot } from "../board/snapshot.ts";
import { clockView } from "../clock.ts";
import { frozenNotice } from "../freeze/notice.ts";
import { Refusal } from "../http/refusals.ts";
import { viewerOf } from "../http/visitor.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { audienceOf, maySeeTeam, type Audience } from "../visibility.ts";

interface Overall {
  readonly parts: readonly Weighed[];
  readonly rows: readonly OverallRow[];
  readonly snapshot: Snapshot;
}

const made = new Map<string, readonly OverallRow[]>();
const MOST_MADE = 4;

/** Made once for the same boards. */
function rowsOf(boards: readonly Snapshot[], weights: readonly number[]): readonly OverallRow[] {
  const key = `${boards.map(({ version }) => version).join(" ")} ${weights.join(" ")}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const rows = overallRows(boards, weights);
  made.set(key, rows);
  const oldest = made.keys().next();
  if (made.size > MOST_MADE && oldest.done !== true) made.delete(oldest.value);
  return rows;
}

/** @throws Refusal `not-found` in an event of one challenge, whose board is the overall one. */
async function overallOf(site: Site, audience: Audience): Promise<Overall> {
  const [event, challenges] = [await eventOf(site), await site.store.publicChallenges()];
  if (challenges.length < 2) throw new Refusal("not-found");
  const parts = weighed(challenges, event.weights);
  const boards = await Promise.all(challenges.map(({ id }) => site.boards.snapshot(id, audience)));
  return {
    parts,
    rows: rowsOf(
      boards,
      parts.map(({ weight }) => weight),
    ),
    snapshot: boards[0],
  };
}

export function readOverall(site: Site) {
  return async (_request: Request, response: Response): Promise<void> => {
    const { parts, rows } = await overallOf(site, "everybody");
    response.set("cache-control", "no-cache").json({
      weights: Object.fromEntries(parts.map(({ challenge, weight }) => [challenge.id, weight])),
      rows: rows.map(({ team, rank, points, scores }) => ({
        rank,
        team: shownName(team, "en"),
        score: points,
        scores: Object.fromEntries(parts.map(({ challenge }, i) => [challenge.id, scores[i]])),
        entry: team.entry ?? null,
        division: team.division ?? null,
        language: team.language ?? null,
      })),
    });
  };
}

export function showOverall(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const { parts, rows, snapshot } = await overallOf(site, audienceOf(viewer));
    const { search, division, language } = wishOf(request.query);
    const name = ({ team }: OverallRow): string => (maySeeTeam(viewer, team.team) ? team.teamName : shownName(team, lang));
    const wanted = plainLetters(search);
    const shown = rows.filter(
      (row) =>
        plainLetters(name(row)).includes(wanted) &&
        (division ?? row.team.division) === row.team.division &&
        (language ?? row.team.language) === row.team.language,
    );
    const title = say(lang, "overall.title");
    await sendPage(site, request, response, {
      template: "overall",
      title,
      here: "board",
      crumbs: [{ text: title }],
      tabs: overallTabs(parts, lang),
      view: {
        clock: clockView(lang, snapshot.event, site.store.clock.now(), viewer?.team?.id),
        notice: frozenNotice(snapshot, viewer, lang),
        help: weightWords(parts, lang),
        heads: parts.map(({ challenge }) => challenge.title[lang]),
        rows: shown.map((row) => rowView(row, name(row), viewer?.team?.id === row.team.team, parts, lang)),
      },
    });
  };
}

function rowView(
  { team, rank, points, scores }: OverallRow,
  name: string,
  you: boolean,
  parts: readonly Weighed[],
  lang: Language,
): View {
  const words = (score: number | null, decimals: 0 | 1): string | null =>
    score === null ? null : formatScore(lang, score, decimals);
  return {
    rank,
    name,
    you,
    out: outsideWords(team, lang),
    points: words(points, 1),
    scores: scores.map((score, i) => ({ text: words(score, 0), label: parts[i].challenge.title[lang] })),
  };
}

function weightWords(parts: readonly Weighed[], lang: Language): string {
  const equal = parts.every(({ weight }) => weight === parts[0].weight);
  if (equal) return say(lang, "overall.equal");
  const told = parts.map(({ challenge, weight }) =>
    say(lang, "overall.weight", { challenge: challenge.title[lang], weight: formatCount(lang, weight) }),
  );
  return say(lang, "overall.weights", { weights: told.join(", ") });
}

function overallTabs(parts: readonly Weighed[], lang: Language) {
  return [
    { path: "/overall", text: say(lang, "overall.points"), current: true },
    ...parts.map(({ challenge }) => ({
      path: addressOf(lang, challenge.id).slice(3),
      text: challenge.title[lang],
      current: false,
    })),
  ];
}
