/** One submission: the verdict in words, the hidden set's score, and everything that practice shows. */
import type { Request, Response } from "express";
import {
  curveFinding,
  faultSentence,
  formatCount,
  formatDateTime,
  formatDuration,
  formatScore,
  groupFinding,
  groupHarmChart,
  hiddenSentence,
  indicatorFinding,
  indicatorRows,
  misnamedSentence,
  mistakeKind,
  mistakeSentence,
  precisionRecallCurve,
  reasonSentence,
  scoreFinding,
  scoreWaterfall,
  verdictIcon,
  verdictName,
  verdictTone,
} from "@vigie/report";
import type { ChallengeSpec, Language, PracticeReport, Resources, Score } from "@vigie/spec";
import { Refusal } from "../http/refusals.ts";
import { viewerOf } from "../http/visitor.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { inert } from "../inert-text.ts";
import { say } from "../say.ts";
import { deciding, looksIn, seen, type SeenSubmission } from "../visibility.ts";

function scoreView(score: Score | null, challenge: ChallengeSpec, lang: Language, decimals: 0 | 1): View | null {
  if (score === null) return null;
  const { weights } = challenge;
  return {
    finding: scoreFinding(lang, score, weights, decimals),
    points: formatScore(lang, Math.max(0, score.points), decimals),
    chart: scoreWaterfall(score, weights, lang, { decimals }).svg,
  };
}

function used(resources: Resources | null, lang: Language): View[] {
  if (resources === null) return [];
  const unknown = say(lang, "run.unknown");
  const memory = resources.memoryPeakMiB;
  return [
    { name: say(lang, "run.clock"), value: formatDuration(lang, resources.wallMs) },
    { name: say(lang, "run.cpu"), value: resources.cpuMs === null ? unknown : formatDuration(lang, resources.cpuMs) },
    {
      name: say(lang, "run.memory"),
      value: memory === null ? unknown : `${formatCount(lang, Math.round(memory))} ${lang === "fr" ? "Mio" : "MiB"}`,
    },
  ];
}

function practiceView(report: PracticeReport, challenge: ChallengeSpec, lang: Language): View {
  const { details } = report;
  return {
    score: scoreView(report.score, challenge, lang, 1),
    fault: report.fault === null ? null : inert(faultSentence(lang, report.fault)),
    figures:
      details === null
        ? []
        : [
            { title: curveFinding(lang, details), chart: precisionRecallCurve(details, lang).svg },
            {
              title: groupFinding(lang, details.groups),
              chart: groupHarmChart(details.groups, lang).svg,
              note: misnamedSentence(lang, details),
            },
            { title: indicatorFinding(lang, details.indicators), chart: indicatorRows(details.indicators, lang).svg },
          ],
    mistakes: report.mistakes.map((mistake) => ({
      kind: mistakeKind(lang, mistake.kind),
      account: say(lang, "run.account", { account: mistake.account }),
      rank:
        mistake.rank === null
          ? say(lang, "run.noRank")
          : say(lang, "run.rank", { rank: formatCount(lang, Math.round(mistake.rank)) }),
      sentence: mistakeSentence(lang, mistake),
    })),
    judged: details !== null,
    log: inert(report.log),
    cut: report.logTruncated,
    used: used(report.resources, lang),
  };
}

function headView(shown: SeenSubmission, lang: Language): View {
  const { verdict, state } = deciding(shown);
  if (verdict === null) {
    return {
      waiting: true,
      title: say(lang, state === "judging" ? "run.judging" : "run.waiting"),
      sentence: say(lang, "run.waitingHelp"),
      icon: null,
      tone: "live",
    };
  }
  const { reason } = shown.practice;
  const sentence = shown.public === null && reason !== null ? reasonSentence(lang, reason) : hiddenSentence(lang, verdict);
  return {
    waiting: false,
    title: verdictName(lang, verdict),
    sentence,
    icon: verdictIcon(verdict, 20),
    tone: verdictTone(verdict),
  };
}

export function showSubmission(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const id = request.params["id"];
    const submission = typeof id === "string" ? await site.store.submission(id) : null;
    const challenge = (await site.store.challenges()).find((known) => known.id === submission?.challenge);
    const shown = submission === null || challenge === undefined ? null : seen(viewer, submission, challenge.precisionPoints);
    if (shown === null || challenge === undefined) throw new Refusal(viewer === null ? "sign-in" : "not-found");
    if (viewer !== null && looksIn(viewer, shown.team.id)) {
      await site.store.audit({ actor: viewer.actor, act: "view-submission", subject: shown.id });
    }
    const { timeZone } = await eventOf(site);
    const title = say(lang, "run.title", { attempt: shown.attempt, team: shown.team.name });
    await sendPage(site, request, response, {
      template: "submission",
      title,
      here: viewer?.role === "participant" ? "runs" : "teams",
      view: {
        title,
        challenge: { id: challenge.id },
        head: headView(shown, lang),
        at: say(lang, "run.received", { at: formatDateTime(lang, shown.receivedAt, timeZone) }),
        hidden: scoreView(shown.public?.score ?? null, challenge, lang, 0),
        practice: shown.practice.report === null ? null : practiceView(shown.practice.report, challenge, lang),
        digest: shown.digest,
      },
    });
  };
}
