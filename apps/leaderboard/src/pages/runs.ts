/** A team's own page: how it stands, its submissions to a challenge, and the form that sends one. */
import type { Request, Response } from "express";
import { formatScore, icon } from "@vigie/report";
import type { ChallengeSpec, Language } from "@vigie/spec";
import { sendingRefused } from "@vigie/spec/event";
import type { EventSettings, ListedSubmission, Team, Viewer } from "@vigie/store";
import { rowKey } from "../board/snapshot.ts";
import { publicChallenge, wishedChallenge } from "../challenge-of.ts";
import { clockView, momentView, stateOf } from "../clock.ts";
import { commandsFor } from "../commands.ts";
import { sightOf } from "../freeze/sight.ts";
import { admittedTeam } from "../http/admission.ts";
import { Refusal } from "../http/refusals.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { lacksConsent } from "../team/consent.ts";
import { keptWords, teamView } from "../team/team-view.ts";
import { storeArchive } from "../upload.ts";
import { verdictView } from "../verdict-view.ts";
import { isJudged, seenListed, type SeenRun } from "../visibility.ts";

function runState(run: SeenRun | null, lang: Language): View | null {
  if (run === null) return null;
  const { verdict, state } = run;
  if (run.sealed) return { text: say(lang, "run.sealed"), icon: icon("lock", 14), tone: "muted" };
  if (verdict !== null) return verdictView(verdict, lang);
  return { text: say(lang, state === "judging" ? "board.judging" : "board.queued"), icon: null, tone: "live" };
}

const PAGE_RUNS = 50;
/** More than a team may send in an event. */
const EVERY_RUN = 1000;
const attemptTitles = new Map<string, string>();

/** A list says it in each row; there are as many as a team has attempts. */
function attemptTitle(lang: Language, attempt: number): string {
  const key = `${lang} ${attempt}`;
  const title = attemptTitles.get(key) ?? say(lang, "runs.attempt", { attempt });
  attemptTitles.set(key, title);
  return title;
}

/** Who looks at a list of submissions, and how. */
export interface Look {
  readonly viewer: Viewer;
  readonly lang: Language;
  readonly event: EventSettings;
  readonly now: number;
}

/** One submission in a table; null where it must not exist for this visitor. */
export function submissionRow(
  submission: ListedSubmission,
  challenge: ChallengeSpec,
  { viewer, lang, event, now }: Look,
): (View & { readonly waiting: boolean }) | null {
  const shown = seenListed(viewer, submission, sightOf(event, now, viewer, challenge));
  if (shown === null) return null;
  const score = shown.public?.score ?? null;
  return {
    href: `/${lang}/submissions/${encodeURIComponent(shown.id)}`,
    title: attemptTitle(lang, shown.attempt),
    at: momentView(lang, shown.receivedAt, event.timeZone, now),
    practice: runState(shown.practice, lang),
    public: runState(shown.public, lang),
    score: score === null ? null : formatScore(lang, score.points, 0),
    withdrawn: shown.withdrawn === true,
    waiting: !isJudged(shown),
  };
}

/** The form, or why there is none; where an event has several challenges it says to which it sends. */
async function uploadView(site: Site, challenge: ChallengeSpec, team: Team, left: number, look: Look): Promise<View> {
  const { uploads } = site.options;
  const { event, now, lang } = look;
  const open = sendingRefused(stateOf(event, now, team.id)) === null;
  const several = (await site.store.challenges()).length > 1;
  const refused = uploads.allowed ? null : (uploads.reason?.[lang] ?? say(lang, "error.uploads-off"));
  const size = say(lang, "unit.mebibytes", { n: challenge.limits.sourceMiB });
  return {
    title: several ? say(lang, "runs.uploadTo", { challenge: challenge.title[lang] }) : say(lang, "runs.upload"),
    refused: refused ?? (open ? null : clockView(lang, event, now, team.id)["words"]),
    consent: await lacksConsent(site.store, event, team.id),
    help: `${say(lang, "runs.uploadHelp", { size })} ${say(lang, "runs.left", { count: left })} ${say(lang, "runs.counts")}`,
  };
}

/** The challenge that the address names, else that of the team's newest submission. */
async function challengeAtHand(site: Site, request: Request, team: Team): Promise<ChallengeSpec> {
  const newest = request.query["challenge"] === undefined ? await site.store.newestSubmission(team.id) : null;
  return newest === null ? wishedChallenge(site, request) : publicChallenge(site, newest.challenge);
}

/** Before which attempt the list begins; null where the address asks for the newest. */
function beforeOf({ query }: Request): number | null {
  const before = query["before"];
  return typeof before === "string" && /^[1-9]\d{0,8}$/.test(before) ? Number(before) : null;
}

type TeamLook = Look & { readonly viewer: Viewer & { readonly team: Team } };

async function runsView(site: Site, challenge: ChallengeSpec, before: number | null, look: TeamLook): Promise<View> {
  const { store } = site;
  const { lang, event, now, viewer } = look;
  const { team } = viewer;
  const [all, left] = await Promise.all([
    store.submissionsOf(team.id, challenge.id, { most: EVERY_RUN }),
    store.attemptsLeftToday(team.id, challenge.id),
  ]);
  const wanted = before === null ? all : all.filter(({ attempt }) => attempt < before);
  const shown = wanted.slice(0, PAGE_RUNS);
  const rows = shown.flatMap((one) => submissionRow(one, challenge, look) ?? []);
  const address = `/${lang}/runs?challenge=${challenge.id}`;
  const head = await teamView(site, all, left, { viewer, challenge, event, now }, lang);
  return {
    ...head,
    challenge: { id: challenge.id, title: challenge.title[lang] },
    lead: say(lang, "runs.lead", { team: team.name }),
    upload: await uploadView(site, challenge, team, left, look),
    team: rowKey(team.id),
    rows,
    older: wanted.length > PAGE_RUNS ? `${address}&before=${shown[shown.length - 1].attempt}` : null,
    newest: before === null ? null : address,
    empty: rows.length === 0 && before === null,
    live: rows.some(({ waiting }) => waiting) || head["queue"] !== null,
    kept: keptWords(challenge, lang),
  };
}

/** What was wrong with a form of the page, and where. */
export interface RunsProblem {
  readonly at: "archive" | "name";
  readonly words: string;
  readonly typed?: string;
}

export function showRuns(site: Site, problem: RunsProblem | null = null, status = 200) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = admittedTeam(request, "own-runs");
    const look = { viewer, lang, event: await eventOf(site), now: site.store.clock.now() };
    const challenge = await challengeAtHand(site, request, viewer.team);
    const title = say(lang, "nav.runs");
    const content = {
      template: "runs",
      title: problem === null ? title : say(lang, "form.errorTitle", { title }),
      here: "runs",
      about: challenge.id,
      sibling: (id: string) => `/runs?challenge=${id}`,
      crumbs: [{ text: title }],
      view: {
        ...(await runsView(site, challenge, beforeOf(request), look)),
        ...(await commandsFor(site, request, challenge)),
        problem: problem?.at === "archive" ? problem.words : null,
        nameProblem: problem?.at === "name" ? problem : null,
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
      const submission = await storeArchive(site, request, response, challenge);
      response.redirect(303, `/${lang}/submissions/${encodeURIComponent(submission.id)}`);
    } catch (error) {
      const own = error instanceof Refusal && (error.status === 401 || error.status === 403) && error.code !== "consent";
      if (!(error instanceof Refusal) || own) throw error;
      if (error.retryAfterSeconds !== null) response.set("retry-after", String(error.retryAfterSeconds));
      const words = error.detail?.[lang] ?? say(lang, `error.${error.code}`);
      await showRuns(site, { at: "archive", words }, error.status)(request, response);
    }
  };
}
