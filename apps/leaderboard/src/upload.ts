/**
 * One way in for archives, by page and by API. Who may not send, a full disk and a full house are answered before a byte of
 * the archive is read; what is sent is streamed into the store, which keeps it only where the whole request was right.
 *
 * A submission counts from when its head was read: for the lock, for the day's attempts, and among equals. One that is sent
 * away because the house is full keeps that instant for a while.
 *
 * The store may answer before it has read everything (a refused archive); the rest is then read and dropped, so that the
 * sender gets the answer instead of a broken connection.
 */
import type { Request, Response } from "express";
import { archiveFaultSentence, formatDateTime } from "@vigie/report";
import type { ChallengeSpec, Language } from "@vigie/spec";
import { sendingRefused } from "@vigie/spec/event";
import type { Submission, SubmitResult, Team } from "@vigie/store";
import { mostSentBytes } from "@vigie/store/archive";
import { isoOf, stateOf } from "./clock.ts";
import { admittedTeam } from "./http/admission.ts";
import { arrivalOf } from "./http/arrival.ts";
import { beginBody } from "./http/begin-body.ts";
import { goneWith } from "./http/gone-with.ts";
import { Refusal } from "./http/refusals.ts";
import { eventOf, type Site } from "./page.ts";
import { say } from "./say.ts";
import { lacksConsent } from "./team/consent.ts";
import { boundaryOf, bytesOf, openForm } from "./upload/form.ts";
import { dropRest, watchPace } from "./upload/pace.ts";

/** What a form may be larger than its archive. */
const FORM_BYTES = 64 * 1024;
const NO_ROOM_SECONDS = 60;

function both(sentence: (lang: Language) => string): { en: string; fr: string } {
  return { en: sentence("en"), fr: sentence("fr") };
}

function tooLarge({ limits }: ChallengeSpec): Refusal {
  const size = (lang: Language): string => say(lang, "unit.mebibytes", { n: limits.sourceMiB });
  return new Refusal("too-large", { detail: both((lang) => say(lang, "runs.tooLarge", { size: size(lang) })) });
}

/** The team that sends. @throws Refusal where this visitor may not submit here. */
async function sender(site: Site, request: Request): Promise<Team> {
  const { uploads } = site.options;
  const { team } = admittedTeam(request, "submit");
  if (!uploads.allowed) throw new Refusal("uploads-off", uploads.reason === undefined ? {} : { detail: uploads.reason });
  if (await lacksConsent(site.store, await eventOf(site), team.id)) throw new Refusal("consent");
  return team;
}

/** A full house keeps when it was asked, where that was in time: then the next archive counts from there, and this says so. */
async function keptPlace(site: Site, team: Team, challenge: ChallengeSpec, request: Request, busy: Refusal): Promise<Refusal> {
  const event = await eventOf(site);
  const arrivedAt = arrivalOf(request);
  if (sendingRefused(stateOf(event, arrivedAt, team.id)) !== null) return busy;
  await site.store.keepInstant(team.id, challenge.id, arrivedAt);
  const at = (lang: Language): string => formatDateTime(lang, isoOf(arrivedAt), event.timeZone);
  return new Refusal("busy", {
    detail: both((lang) => say(lang, "runs.kept", { at: at(lang) })),
    ...(busy.retryAfterSeconds === null ? {} : { retryAfterSeconds: busy.retryAfterSeconds }),
  });
}

/** A place at the gate. @throws Refusal `too-many`, or `busy`, with the instant kept. */
async function entered(site: Site, team: Team, challenge: ChallengeSpec, request: Request, response: Response) {
  const gone = goneWith(response);
  try {
    return await site.doors.gate.enter(team.id, gone);
  } catch (cause) {
    const full = cause instanceof Refusal && cause.code === "busy" && !gone.aborted;
    throw full ? await keptPlace(site, team, challenge, request, cause) : cause;
  }
}

/** What is sent, read only once it is asked for: until then the sender may still be told to keep it. */
async function* archiveOf(
  site: Site,
  challenge: ChallengeSpec,
  request: Request,
  response: Response,
): AsyncGenerator<Uint8Array> {
  const mostBytes = mostSentBytes(challenge);
  if (Number(request.get("content-length") ?? 0) > mostBytes + FORM_BYTES) throw tooLarge(challenge);
  beginBody(request, response);
  const form = openForm(request, boundaryOf(request));
  const end = watchPace(request, mostBytes, site.doors.limits, () => {
    response.set("connection", "close");
    form.fail(new Refusal("too-slow"));
  });
  try {
    yield* bytesOf(form, mostBytes, () => tooLarge(challenge));
  } finally {
    end();
  }
}

async function received(
  site: Site,
  team: Team,
  challenge: ChallengeSpec,
  request: Request,
  response: Response,
): Promise<SubmitResult> {
  const archive = archiveOf(site, challenge, request, response);
  try {
    return await site.store.submit({
      team: team.id,
      challenge: challenge.id,
      archive,
      arrivedAt: arrivalOf(request),
      countAttempt: true,
    });
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "no-room")) throw cause;
    throw new Refusal("no-room", { retryAfterSeconds: NO_ROOM_SECONDS, cause });
  } finally {
    dropRest(request);
  }
}

const CLOSED = { "not-open": "runs.notOpen", held: "runs.held", locked: "runs.closed" } as const;

async function refusalOf(site: Site, result: Exclude<SubmitResult, { kind: "stored" }>): Promise<Refusal> {
  const { timeZone } = await eventOf(site);
  if (result.kind === "refused")
    return new Refusal("refused-archive", { detail: both((lang) => archiveFaultSentence(lang, result.fault)) });
  if (result.kind === "closed") {
    const at = (lang: Language): string => (result.at === null ? "" : formatDateTime(lang, result.at, timeZone));
    return new Refusal("closed", { detail: both((lang) => say(lang, CLOSED[result.why], { at: at(lang) })) });
  }
  const { perDay, nextAt } = result;
  return new Refusal("quota", {
    detail: both((lang) => say(lang, "runs.quota", { perDay, at: formatDateTime(lang, nextAt, timeZone) })),
    retryAfterSeconds: Math.max(1, Math.ceil((Date.parse(nextAt) - site.store.clock.now()) / 1000)),
  });
}

/** Takes and stores an archive. @throws Refusal with the reason, in both languages. */
export async function storeArchive(
  site: Site,
  request: Request,
  response: Response,
  challenge: ChallengeSpec,
): Promise<Submission> {
  const team = await sender(site, request);
  boundaryOf(request);
  const leave = await entered(site, team, challenge, request, response);
  try {
    const result = await received(site, team, challenge, request, response);
    if (result.kind === "stored") return result.submission;
    throw await refusalOf(site, result);
  } finally {
    leave();
  }
}
