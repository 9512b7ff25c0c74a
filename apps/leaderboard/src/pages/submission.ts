/** One submission: the verdict in words, the hidden set's score, and everything that practice shows. */
import type { Request, Response } from "express";
import { formatCount, formatDateTime, formatScore, hiddenSentence, reasonSentence, verdictName } from "@vigie/report";
import { challengeOn, type ChallengeSpec, type Language } from "@vigie/spec";
import { rowKey } from "../board/snapshot.ts";
import { viewerOf } from "../http/visitor.ts";
import { lookedAt } from "../looked-at.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { practiceView, statementView } from "../run/practice-view.ts";
import { say } from "../say.ts";
import { verdictView } from "../verdict-view.ts";
import { deciding, isJudged, looksIn, type SeenRun, type SeenSubmission } from "../visibility.ts";

function step(lang: Language, name: string, run: SeenRun | null): View {
  if (run === null) return { name, words: say(lang, "run.later"), done: false, now: false };
  if (run.sealed) return { name, words: say(lang, "run.sealed"), done: true, now: false };
  if (run.verdict !== null) return { name, words: verdictName(lang, run.verdict), done: true, now: false };
  return { name, words: say(lang, run.state === "judging" ? "run.judging" : "run.waiting"), done: false, now: true };
}

function waitingHead(shown: SeenSubmission, lang: Language): View {
  return {
    heading: say(lang, "run.onItsWay", { attempt: shown.attempt }),
    sentence: say(lang, "run.waitingHelp"),
    verdict: null,
    steps: [
      { name: say(lang, "runs.received"), words: "", done: true, now: false },
      step(lang, say(lang, "split.practice"), shown.practice),
      step(lang, say(lang, "split.public"), shown.public),
    ],
  };
}

function headView(shown: SeenSubmission, lang: Language, best: boolean): View {
  const { attempt, practice, public: hidden } = shown;
  if (!isJudged(shown)) return waitingHead(shown, lang);
  if (hidden?.sealed === true)
    return {
      heading: say(lang, "run.sealedHead", { attempt }),
      sentence: say(lang, "run.sealedHelp"),
      verdict: null,
      steps: null,
    };
  const verdict = deciding(shown).verdict ?? "judge_error";
  const points = hidden?.score?.points;
  const heading =
    points === undefined
      ? say(lang, "run.failed", { attempt })
      : best
        ? say(lang, "run.best", { attempt })
        : say(lang, "run.scored", { attempt, points: formatScore(lang, points, 0) });
  return {
    heading,
    sentence: hidden === null ? reasonSentence(lang, practice.reason ?? verdict) : hiddenSentence(lang, verdict),
    verdict: verdictView(verdict, lang, 20),
    steps: null,
  };
}

/** More than a team may send in an event; a list holds no reports. */
const EVERY_RUN = 1000;

/** Does its public score beat all the team's others? Only of interest where there are others. */
async function isBest(site: Site, shown: SeenSubmission): Promise<boolean> {
  const points = shown.public?.score?.points;
  if (points === undefined || shown.attempt < 2) return false;
  const all = await site.store.submissionsOf(shown.team.id, shown.challenge, { most: EVERY_RUN });
  return all.every(({ id, public: run }) => id === shown.id || (run?.score?.points ?? -1) < points);
}

function hiddenView({ public: run }: SeenSubmission, challenge: ChallengeSpec, lang: Language): View | null {
  return run === null || run.score === null ? null : statementView(run.score, challengeOn(challenge, "public"), lang, 0);
}

function receiptView(shown: SeenSubmission, lang: Language, zone: string): View {
  const link = (split: "practice" | "public", there: boolean): View[] =>
    there ? [{ href: `/api/v1/submissions/${shown.id}/receipts/${split}`, text: say(lang, `run.receipt.${split}`) }] : [];
  return {
    links: [
      ...link("practice", shown.practice.receipt !== null),
      ...link("public", shown.public !== null && shown.public.receipt !== null),
    ],
    digest: shown.digest.replace(/(.{8})(?=.)/g, "$1 "),
    facts: [
      say(lang, "run.received", { at: formatDateTime(lang, shown.receivedAt, zone) }),
      say(lang, "run.files", { count: shown.files }),
      say(lang, "unit.kibibytes", { n: formatCount(lang, Math.ceil(shown.bytes / 1024)) }),
    ],
  };
}

/** Where the list is that the submission stands in; which challenge's, where an event has several. */
function listOf(guest: boolean, { id }: ChallengeSpec, several: boolean, lang: Language): { text: string; href: string } {
  const wish = several ? `?challenge=${id}` : "";
  return guest
    ? { text: say(lang, "nav.teams"), href: `/${lang}/teams${wish}` }
    : { text: say(lang, "nav.runs"), href: `/${lang}/runs${wish}` };
}

export function showSubmission(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const { shown, challenge } = await lookedAt(site, request, viewer);
    const { timeZone } = await eventOf(site);
    const several = (await site.store.challenges()).length > 1;
    const guest = looksIn(viewer, shown.team.id);
    const title = challenge.title[lang];
    const list = listOf(guest, challenge, several, lang);
    const hidden = hiddenView(shown, challenge, lang);
    const report = shown.practice.report;
    await sendPage(site, request, response, {
      template: "submission",
      title: `${say(lang, "run.title", { attempt: shown.attempt, team: shown.team.name })}, ${title}`,
      here: guest ? "teams" : "runs",
      about: challenge.id,
      crumbs: [
        ...(several ? [{ text: title, href: `/${lang}/challenges/${challenge.id}` }] : []),
        list,
        { text: say(lang, "runs.attempt", { attempt: shown.attempt }) },
      ],
      view: {
        challenge: { id: challenge.id },
        teamRow: rowKey(shown.team.id),
        live: !isJudged(shown),
        withdrawn: shown.withdrawn === true,
        team: guest ? say(lang, "run.guest", { team: shown.team.name }) : null,
        head: headView(shown, lang, await isBest(site, shown)),
        hidden,
        practice: report === null ? null : practiceView(report, challenge, lang, hidden === null),
        receipt: receiptView(shown, lang, timeZone),
        list,
        handle: viewer?.role === "organizer" ? `/${lang}/organize/submissions/${shown.id}` : null,
        code: `/${lang}/submissions/${shown.id}/code`,
        compare: `/${lang}/submissions/${shown.id}/compare`,
      },
    });
  };
}
