/** Two runs side by side: what got better, what worse, which mistakes went and came, which lines changed. */
import type { Request, Response } from "express";
import { formatCount, formatPercent, formatScore, icon } from "@vigie/report";
import { measureOf, type ChallengeSpec, type Language } from "@vigie/spec";
import { rowKey } from "../board/snapshot.ts";
import { compared, mistakesCompared, namesOf, type Change, type Compared, type MistakeGroup } from "../code/comparison.ts";
import { differenceOf, type Difference, type FileDifference } from "../code/difference.ts";
import { sourcesOf } from "../code/sources.ts";
import { twoRuns, type TwoRuns } from "../code/two-runs.ts";
import { admittedTeam } from "../http/admission.ts";
import { viewerOf } from "../http/visitor.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { momentView } from "../clock.ts";
import { looksIn, type SeenSubmission } from "../visibility.ts";

const MOST_NAMED = 6;
const SIGNS = { same: " ", removed: "−", added: "+" } as const;

/** Ring: the run before; dot: the one after. */
function dumbbell({ before, after, gain }: Change, most: number): string {
  const [from, to] = [before, after].map((value) => `${((100 * value) / most).toFixed(1)}%`);
  const way = gain === 0 ? "" : `<line x1="${from}" x2="${to}" y1="9" y2="9" class="${gain > 0 ? "c-better" : "c-worse"}"/>`;
  const dot = gain > 0 ? " c-better" : gain < 0 ? " c-worse" : "";
  return `<svg width="100%" height="18" aria-hidden="true"><line x1="0" x2="100%" y1="9" y2="9" class="c-axis"/>${way}<circle cx="${from}" cy="9" r="4" class="c-ring"/><circle cx="${to}" cy="9" r="5.5" class="c-dot${dot}"/></svg>`;
}

function changeWords(lang: Language, gain: number): View {
  if (gain === 0) return { text: say(lang, "compare.same"), tone: "muted", icon: null };
  const by = formatCount(lang, Math.abs(gain));
  return gain > 0
    ? { text: say(lang, "compare.better", { by }), tone: "good", icon: icon("check", 14) }
    : { text: say(lang, "compare.worse", { by }), tone: "warn", icon: icon("warning", 14) };
}

function fromTo(lang: Language, one: string, other: string): string {
  return one === other ? one : say(lang, "compare.fromTo", { from: one, to: other });
}

function partsView(all: Compared, challenge: ChallengeSpec, lang: Language): View {
  const most = Math.ceil(Math.max(0.2, ...all.changes.flatMap(({ before, after }) => [before, after])) * 5) / 5;
  const rows = all.changes.map((change) => {
    const figure = (value: number): string => formatPercent(lang, change.penalty ? -value : value);
    return {
      name: measureOf(challenge, change.measure).name[lang],
      figures: fromTo(lang, figure(change.before), figure(change.after)),
      picture: dumbbell(change, most),
      change: changeWords(lang, change.gain),
    };
  });
  const decimals = all.split === "public" ? 0 : 1;
  const [before, after] = [all.before, all.after].map((points) => formatScore(lang, points, decimals));
  const gain = Number((all.after - all.before).toFixed(1));
  return {
    help: say(lang, all.split === "public" ? "compare.onPublic" : "compare.onPractice"),
    rows,
    total: { figures: fromTo(lang, before, after), change: changeWords(lang, gain) },
    most: formatPercent(lang, most),
  };
}

function titleOf(all: Compared | null, before: SeenSubmission, after: SeenSubmission, lang: Language): string {
  const runs = { before: before.attempt, after: after.attempt };
  if (all === null) return say(lang, "compare.beside", runs);
  const gain = Number((all.after - all.before).toFixed(1));
  const by = formatCount(lang, Math.abs(gain));
  return say(lang, gain > 0 ? "compare.isBetter" : gain < 0 ? "compare.isWorse" : "compare.isSame", { ...runs, by });
}

function leadOf(all: Compared | null, challenge: ChallengeSpec, lang: Language): string {
  if (all === null) return say(lang, "compare.noScores");
  const [better, worse] = [namesOf(all, true, challenge, lang), namesOf(all, false, challenge, lang)];
  const words = [
    better === null ? "" : say(lang, "compare.betterIn", { names: better }),
    worse === null ? "" : say(lang, "compare.worseIn", { names: worse }),
  ].filter((one) => one !== "");
  return words.length === 0 ? say(lang, "compare.nothing") : words.join(" ");
}

function groupView({ sort, subjects }: MistakeGroup, lang: Language): View {
  const more = subjects.length - MOST_NAMED;
  const named = subjects.slice(0, MOST_NAMED).join(", ");
  return {
    count: formatCount(lang, subjects.length),
    sort,
    named: more > 0 ? say(lang, "compare.andMore", { named, count: more }) : named,
  };
}

function mistakesView({ challenge, before, after }: TwoRuns, lang: Language): View | null {
  const all = mistakesCompared(before?.practice.report ?? null, after.practice.report, challenge, lang);
  if (all === null) return null;
  const count = (groups: readonly MistakeGroup[]): number => groups.reduce((sum, { subjects }) => sum + subjects.length, 0);
  const [gone, fresh] = [count(all.gone), count(all.fresh)];
  return {
    title: gone + fresh === 0 ? say(lang, "compare.mistakesSame") : say(lang, "compare.mistakes", { gone, fresh }),
    gone: all.gone.map((group) => groupView(group, lang)),
    fresh: all.fresh.map((group) => groupView(group, lang)),
    cut: all.cut,
  };
}

function fileView({ path, kind, added, removed, hunks }: FileDifference, lang: Language): View {
  return {
    path,
    kind: kind === "changed" ? null : say(lang, `compare.${kind}`),
    added: hunks === null ? null : `+${added}`,
    removed: hunks === null ? null : `−${removed}`,
    hunks: hunks?.map((lines) =>
      lines.map((line) => ({
        ...line,
        tone: line.kind === "same" ? "" : line.kind,
        sign: SIGNS[line.kind],
        word: line.kind === "same" ? null : say(lang, `compare.${line.kind}`),
      })),
    ),
  };
}

function codeView({ files, unchanged, added, removed }: Difference, lang: Language): View {
  const title =
    files.length === 0
      ? say(lang, "compare.codeSame")
      : files.length === 1
        ? say(lang, "compare.codeIn", { count: added + removed, path: files[0].path })
        : say(lang, "compare.code", { count: added + removed, files: files.length });
  return {
    title,
    unchanged: unchanged === 0 ? null : say(lang, "compare.unchanged", { count: unchanged }),
    files: files.map((file) => fileView(file, lang)),
  };
}

async function differenceView({ store }: Site, { before, after }: TwoRuns, lang: Language): Promise<View | null> {
  if (before === null) return null;
  const [old, now] = await Promise.all([before, after].map(({ id }) => sourcesOf(store.spoolDir, id)));
  if (old === null || now === null) return { title: say(lang, "compare.codeGone"), gone: true, files: [] };
  return codeView(differenceOf(old, now), lang);
}

export function showComparison(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const runs = await twoRuns(site, request, viewer);
    const { challenge, before, after, others } = runs;
    const { timeZone } = await eventOf(site);
    const now = site.store.clock.now();
    const guest = looksIn(viewer, after.team.id);
    const all = before === null ? null : compared(before, after, challenge);
    const title = before === null ? say(lang, "compare.only", { attempt: after.attempt }) : titleOf(all, before, after, lang);
    const own = say(lang, "runs.attempt", { attempt: after.attempt });
    await sendPage(site, request, response, {
      template: "compare",
      title: guest ? `${title}, ${after.team.name}` : title,
      here: guest ? "teams" : "runs",
      about: challenge.id,
      crumbs: [
        guest
          ? { text: say(lang, "nav.teams"), href: `/${lang}/teams?challenge=${challenge.id}` }
          : { text: say(lang, "nav.runs"), href: `/${lang}/runs?challenge=${challenge.id}` },
        { text: own, href: `/${lang}/submissions/${after.id}` },
        { text: say(lang, "compare.crumb") },
      ],
      query: before === null || request.query["with"] === undefined ? "" : `?with=${encodeURIComponent(before.id)}`,
      view: {
        title,
        lead: before === null ? say(lang, "compare.onlyHelp") : leadOf(all, challenge, lang),
        team: guest ? say(lang, "run.guest", { team: after.team.name }) : null,
        teamRow: rowKey(after.team.id),
        own,
        action: `/${lang}/submissions/${after.id}/compare`,
        others: others.map(({ id, attempt, receivedAt }) => ({
          id,
          text: `${say(lang, "runs.attempt", { attempt })}, ${String(momentView(lang, receivedAt, timeZone, now)["words"])}`,
          chosen: id === before?.id,
        })),
        parts: all === null ? null : partsView(all, challenge, lang),
        mistakes: mistakesView(runs, lang),
        newMistakes: `/${lang}/submissions/${after.id}`,
        code: await differenceView(site, runs, lang),
        whole: `/${lang}/submissions/${after.id}/code`,
      },
    });
  };
}

/** The form of a team's page: to the page of the two that were chosen. */
export function sendToComparison() {
  return (request: Request, response: Response): void => {
    const lang = languageOf(request);
    admittedTeam(request, "own-runs");
    const { from, to } = request.query;
    const named = typeof from === "string" && typeof to === "string" && from !== "" && to !== "";
    const way = named ? `submissions/${encodeURIComponent(to)}/compare?with=${encodeURIComponent(from)}` : "runs";
    response.redirect(303, `/${lang}/${way}`);
  };
}
