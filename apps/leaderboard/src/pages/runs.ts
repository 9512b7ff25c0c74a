/** A team's own submissions, and the form that sends one. */
import type { Request, Response } from "express";
import { formatScore, verdictIcon, verdictName, verdictTone } from "@vigie/report";
import type { ChallengeSpec, Language } from "@vigie/spec";
import type { Submission, Viewer } from "@vigie/store";
import { wishedChallenge } from "../challenge-of.ts";
import { clockView, momentView, phaseOf } from "../clock.ts";
import { Refusal } from "../http/refusals.ts";
import { viewerOf } from "../http/visitor.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { storeArchive } from "../upload.ts";
import { isJudged, mayOpen, seen, type SeenHiddenRun } from "../visibility.ts";
import { addressOf } from "./home.ts";

function runState(run: SeenHiddenRun | null, lang: Language): View | null {
  if (run === null) return null;
  const { verdict, state } = run;
  if (verdict === null)
    return { text: say(lang, state === "judging" ? "board.judging" : "board.queued"), icon: null, tone: "live" };
  return { text: verdictName(lang, verdict), icon: verdictIcon(verdict, 14), tone: verdictTone(verdict) };
}

/** One submission in a table; null where it must not exist for this visitor. */
export function submissionRow(
  submission: Submission,
  viewer: Viewer | null,
  lang: Language,
  zone: string,
  step: number,
): (View & { readonly waiting: boolean }) | null {
  const shown = seen(viewer, submission, step);
  if (shown === null) return null;
  const score = shown.public?.score ?? null;
  return {
    href: `/${lang}/submissions/${encodeURIComponent(shown.id)}`,
    title: say(lang, "runs.attempt", { attempt: shown.attempt }),
    at: momentView(lang, shown.receivedAt, zone),
    practice: runState(shown.practice, lang),
    public: runState(shown.public, lang),
    score: score === null ? null : formatScore(lang, score.points, 0),
    waiting: !isJudged(shown),
  };
}

async function uploadView(site: Site, challenge: ChallengeSpec, lang: Language): Promise<View> {
  const { uploads } = site.options;
  const event = await eventOf(site);
  const open = phaseOf(event) === "open";
  const refused = uploads.allowed ? null : (uploads.reason?.[lang] ?? say(lang, "error.uploads-off"));
  const size = say(lang, "unit.mebibytes", { n: challenge.limits.sourceMiB });
  return { refused: refused ?? (open ? null : clockView(lang, event)["words"]), help: say(lang, "runs.uploadHelp", { size }) };
}

export function showRuns(site: Site, problem: string | null = null, status = 200) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const answer = mayOpen(viewer, "own-runs");
    if (answer !== "yes" || viewer === null || viewer.team === null) {
      throw new Refusal(answer === "forbidden" ? "forbidden" : "sign-in");
    }
    const [challenge, challenges, { timeZone }] = await Promise.all([
      wishedChallenge(site, request),
      site.store.challenges(),
      eventOf(site),
    ]);
    const submissions = await site.store.submissionsOf(viewer.team.id, challenge.id);
    const left = await site.store.attemptsLeftToday(viewer.team.id, challenge.id);
    const rows = submissions.flatMap((one) => submissionRow(one, viewer, lang, timeZone, challenge.precisionPoints) ?? []);
    const title = say(lang, "runs.title");
    const content = {
      template: "runs",
      title: problem === null ? title : say(lang, "form.errorTitle", { title }),
      here: "runs",
      crumbs: [{ text: title }],
      view: {
        challenge: { id: challenge.id, title: challenge.title[lang] },
        tabs: challenges.map((one) => ({
          href: `/${lang}/runs?challenge=${one.id}`,
          text: one.title[lang],
          current: one.id === challenge.id,
        })),
        many: challenges.length > 1,
        lead: say(lang, "runs.lead", { team: viewer.team.name }),
        problem,
        left: say(lang, "runs.left", { count: left }),
        upload: await uploadView(site, challenge, lang),
        rows,
        empty: rows.length === 0,
        address: addressOf(site, request),
        live: rows.some(({ waiting }) => waiting),
      },
    } as const;
    await sendPage(site, request, response, content, status);
  };
}

/** The form without a script: a refusal stands on the same page. */
export function submitRun(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const challenge = await wishedChallenge(site, request);
    try {
      const submission = await storeArchive(site, request, response, viewerOf(request), challenge);
      response.redirect(303, `/${lang}/submissions/${encodeURIComponent(submission.id)}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 401 || error.status === 403) throw error;
      if (error.retryAfterSeconds !== null) response.set("retry-after", String(error.retryAfterSeconds));
      await showRuns(site, error.detail?.[lang] ?? say(lang, `error.${error.code}`), error.status)(request, response);
    }
  };
}
