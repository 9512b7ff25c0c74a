/**
 * Receiving a submission: its bytes to the spool, under a name that is none yet; the canonical archive made of them, and
 * kept; rows; answer. In this order, so that nothing is acknowledged that a power cut or a full disk could lose.
 */
import type { ChallengeSpec } from "@vigie/spec";
import { instantOf, sendingRefused, stateAt } from "@vigie/spec/event";
import type { Kysely } from "kysely";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { ArchiveRefusal } from "./archive/fault.ts";
import { mostSentBytes, normaliseArchive, type CanonicalArchive } from "./archive/normalise.ts";
import type { EventClock, Store, SubmitResult } from "./contract.ts";
import type { Db } from "./database/database.ts";
import type { Tables } from "./database/tables.ts";
import { StoreError } from "./errors.ts";
import { nextEventDay } from "./event-day.ts";
import { attemptsLeft, attemptTurn, timeZoneOf } from "./rows/attempts.ts";
import { readChallenge, readEvent } from "./rows/event.ts";
import { insertSubmission } from "./rows/insert-submission.ts";
import { isInstantKept, keptInstant, spendInstants } from "./rows/kept-instants.ts";
import { readSubmission } from "./rows/submissions.ts";
import { refuseErased } from "./rows/team-profile.ts";
import type { SpoolRecord } from "./spool/record.ts";
import { refuseWithoutRoom, withinRoom } from "./spool/room.ts";
import { sha256, type Received, type Spool } from "./spool/spool.ts";

/** What receiving needs of an open store. */
export interface Intake {
  readonly db: Kysely<Tables>;
  readonly spool: Spool;
  readonly clock: EventClock;
}

type Request = Parameters<Store["submit"]>[0];
type Refusal = Exclude<SubmitResult, { kind: "stored" }>;

async function closed(db: Db, team: string, at: number): Promise<Refusal | null> {
  const event = await readEvent(db);
  if (event === null) return null;
  const state = stateAt(event.calendar, event.acts, at, team);
  const why = sendingRefused(state);
  if (why === null) return null;
  const limit = { "not-open": instantOf(state.calendar.opens), locked: state.locksAt, held: null }[why];
  return { kind: "closed", why, at: limit === null ? null : new Date(limit).toISOString() };
}

async function quota(db: Db, challenge: ChallengeSpec, at: number): Promise<Refusal> {
  const nextAt = nextEventDay(new Date(at), await timeZoneOf(db)).toISOString();
  return { kind: "quota", perDay: challenge.attemptsPerDay, nextAt };
}

/** Why what came at an instant is not taken: not open, or no attempt of that day left. */
async function turnedAway(db: Db, request: Request, challenge: ChallengeSpec, at: number): Promise<Refusal | null> {
  const away = await closed(db, request.team, at);
  if (away !== null) return away;
  return (await attemptsLeft(db, request.team, challenge, new Date(at))) > 0 ? null : await quota(db, challenge, at);
}

/**
 * When it counts from: from the instant that was kept for it, where that has it taken, else from when it came.
 * Uncounted submissions (baselines, an organizer's) are taken at any time.
 */
async function instantFor(db: Db, request: Request, challenge: ChallengeSpec, arrivedAt: number): Promise<number | Refusal> {
  if (!request.countAttempt) return arrivedAt;
  const kept = await keptInstant(db, request.team, request.challenge, arrivedAt);
  if (kept !== null && (await turnedAway(db, request, challenge, kept)) === null) return kept;
  return (await turnedAway(db, request, challenge, arrivedAt)) ?? arrivedAt;
}

/** What came, and what is kept of it. */
interface Made {
  readonly sent: Received;
  readonly archive: CanonicalArchive;
}

function recordOf({ sent, archive }: Made, id: string, request: Request, at: number): SpoolRecord {
  return {
    id,
    team: request.team,
    challenge: request.challenge,
    receivedAt: new Date(at).toISOString(),
    counted: request.countAttempt,
    digest: sha256(archive.bytes),
    sentDigest: sent.digest,
    bytes: archive.bytes.length,
    files: archive.files,
    format: "zip",
    language: archive.manifest.language,
  };
}

/** @returns false where another submission took the last attempt, or the kept instant, meanwhile; then nothing was written. */
async function writeRows(db: Kysely<Tables>, record: SpoolRecord, challenge: ChallengeSpec, isKept: boolean): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await attemptTurn(tx, record.team, record.challenge);
    await refuseErased(tx, record.team);
    if (isKept && !(await isInstantKept(tx, record.team, record.challenge, record.receivedAt))) return false;
    if (record.counted && (await attemptsLeft(tx, record.team, challenge, new Date(record.receivedAt))) === 0) return false;
    await insertSubmission(tx, record);
    if (record.counted) await spendInstants(tx, record.team, record.challenge);
    return true;
  });
}

/** An upload on its way in: when it came, and what it is to be kept as. */
interface Upload {
  readonly request: Request;
  readonly challenge: ChallengeSpec;
  readonly arrivedAt: number;
}

/** Keeps an archive and writes its rows. @returns false as `writeRows` does; then, and where it throws, nothing is left. */
async function keep({ db, spool }: Intake, { challenge, arrivedAt }: Upload, record: SpoolRecord, archive: Buffer) {
  await spool.keep(record, archive);
  try {
    if (await writeRows(db, record, challenge, Date.parse(record.receivedAt) !== arrivedAt)) return true;
  } catch (cause) {
    // An answer may be lost on its way from a database that did write: what it then knows of stays.
    const known = await readSubmission(db, record.id).catch(() => "unknown");
    if (known === null) await spool.drop(record);
    throw cause;
  }
  await spool.drop(record);
  return false;
}

async function store(intake: Intake, upload: Upload): Promise<SubmitResult> {
  const { db, spool } = intake;
  const { request, challenge, arrivedAt } = upload;
  const id = randomUUID();
  const sent = await spool.receive(id, request.archive, mostSentBytes(challenge));
  try {
    const made = await normaliseArchive(sent.bytes, challenge);
    if (made.kind === "refused") return made;
    // Whoever was quicker with the last attempt, or the kept instant, has this one asked again what is left.
    for (let kept = false; !kept;) {
      const at = await instantFor(db, request, challenge, arrivedAt);
      if (typeof at !== "number") return at;
      kept = await keep(intake, upload, recordOf({ sent, archive: made.archive }, id, request, at), made.archive.bytes);
    }
  } finally {
    await rm(sent.path, { force: true });
  }
  const submission = await readSubmission(db, id);
  if (!submission) throw new StoreError("inconsistent", `the submission ${id} was written and is not there`);
  return { kind: "stored", submission };
}

/** See `Store.submit`. @throws StoreError `unknown-team`, `unknown-challenge` or `no-room`. */
export async function submit(intake: Intake, request: Request): Promise<SubmitResult> {
  const { db, spool, clock } = intake;
  const { arrivedAt = clock.now() } = request;
  await refuseErased(db, request.team);
  const challenge = await readChallenge(db, request.challenge);
  const at = await instantFor(db, request, challenge, arrivedAt);
  if (typeof at !== "number") return at;
  // As it came, and as it is kept.
  await refuseWithoutRoom(spool.dir, 2 * mostSentBytes(challenge));
  try {
    return await withinRoom(spool.dir, () => store(intake, { request, challenge, arrivedAt }));
  } catch (cause) {
    if (cause instanceof ArchiveRefusal) return { kind: "refused", fault: cause.fault };
    throw cause;
  }
}
