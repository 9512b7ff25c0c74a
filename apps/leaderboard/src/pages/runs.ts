/** A team's own submissions, and the form that sends one. */
import type { Request, Response } from "express";
import { formatDateTime, formatScore, verdictIcon, verdictName, verdictTone } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { Submission } from "@vigie/store";
import { Refusal } from "../http/refusals.ts";
import { viewerOf } from "../http/visitor.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { storeArchive } from "../upload.ts";
import { mayOpen, seen, type SeenHiddenRun } from "../visibility.ts";

export function runState(run: SeenHiddenRun | null, lang: Language): View {
  if (run === null) return { text: "", icon: null, tone: null };
  if (run.verdict === null)
    return { text: say(lang, run.state === "judging" ? "board.judging" : "board.queued"), icon: null, tone: "live" };
  return { text: verdictName(lang, run.verdict), icon: verdictIcon(run.verdict), tone: verdictTone(run.verdict) };
}

export function submissionRow(
  submission: Submission,
  viewer: Parameters<typeof seen>[0],
  lang: Language,
  zone: string,
  step: number,
): View {
  const shown = seen(viewer, submission, step);
  const score = shown?.public?.score ?? null;
  return {
    id: submission.id,
    title: say(lang, "runs.attempt", { attempt: submission.attempt }),
    at: formatDateTime(lang, submission.receivedAt, zone),
    practice: runState(shown?.practice ?? null, lang),
    public: runState(shown?.public ?? null, lang),
    score: score === null ? null : formatScore(lang, score.points, 0),
  };
}

export function showRuns(site: Site, problem: string | null = null, status = 200) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const answer = mayOpen(viewer, "own-runs");
    if (answer !== "yes" || viewer === null || viewer.team === null)
      throw new Refusal(answer === "forbidden" ? "forbidden" : "sign-in");
    const [challenge] = await site.store.challenges();
    const { timeZone } = await eventOf(site);
    const submissions = await site.store.submissionsOf(viewer.team.id, challenge.id);
    const left = await site.store.attemptsLeftToday(viewer.team.id, challenge.id);
    const content = {
      template: "runs",
      title: say(lang, "runs.title"),
      here: "runs",
      view: {
        challenge: { id: challenge.id, title: challenge.title[lang] },
        problem,
        left: say(lang, "runs.left", { count: left }),
        uploads: site.options.uploads.allowed,
        uploadsReason: site.options.uploads.reason?.[lang] ?? null,
        rows: submissions.map((submission) => submissionRow(submission, viewer, lang, timeZone, challenge.precisionPoints)),
        empty: submissions.length === 0,
        command: "npx --no-install vigie submit ../my-team",
        live: submissions.some(
          (submission) =>
            submission.practice.state !== "judged" || (submission.public !== null && submission.public.state !== "judged"),
        ),
      },
    } as const;
    await sendPage(site, request, response, content, status);
  };
}

/** The form without a script: a refusal stands on the same page. */
export function submitRun(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const [challenge] = await site.store.challenges();
    try {
      const submission = await storeArchive(site, request, response, viewerOf(request), challenge);
      response.redirect(303, `/${lang}/submissions/${submission.id}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 401 || error.status === 403) throw error;
      await showRuns(site, error.detail?.[lang] ?? say(lang, `error.${error.code}`), error.status)(request, response);
    }
  };
}
