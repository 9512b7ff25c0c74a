/**
 * Receiving a submission: its bytes to the spool, under a name that is none yet; the canonical archive made of them, and
 * kept; rows; answer. In this order, so that nothing is acknowledged that a power cut or a full disk could lose.
 */
import type { ChallengeSpec } from "@vigie/spec";
import type { Kysely } from "kysely";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { ArchiveRefusal } from "./archive/fault.ts";
import { mostSentBytes, normaliseArchive, type CanonicalArchive } from "./archive/normalise.ts";
import type { EventClock, Store, SubmitResult } from "./contract.ts";
import type { Tables } from "./database/tables.ts";
import { StoreError } from "./errors.ts";
import { nextEventDay } from "./event-day.ts";
import { attemptsLeft, attemptTurn, timeZoneOf } from "./rows/attempts.ts";
import { readChallenge, readEvent } from "./rows/event.ts";
import { insertSubmission } from "./rows/insert-submission.ts";
import { readSubmission } from "./rows/submissions.ts";
import { readTeam } from "./rows/teams.ts";
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

/** Whether the event takes it now. Uncounted submissions (baselines, an organizer's) are taken at any time. */
async function turnedAway({ db, clock }: Intake, request: Request, challenge: ChallengeSpec): Promise<Refusal | null> {
  if (!request.countAttempt) return null;
  const now = new Date(clock.now());
  const event = await readEvent(db);
  if (event && now.getTime() >= Date.parse(event.closesAt)) return { kind: "closed", why: "locked", at: event.closesAt };
  if ((await attemptsLeft(db, request.team, challenge, now)) > 0) return null;
  return quota(db, challenge, now);
}

async function quota(db: Kysely<Tables>, challenge: ChallengeSpec, now: Date): Promise<Refusal> {
  const nextAt = nextEventDay(now, await timeZoneOf(db)).toISOString();
  return { kind: "quota", perDay: challenge.attemptsPerDay, nextAt };
}

/** What came, and what is kept of it. */
interface Made {
  readonly sent: Received;
  readonly archive: CanonicalArchive;
}

function recordOf({ sent, archive }: Made, id: string, request: Request, clock: EventClock): SpoolRecord {
  return {
    id,
    team: request.team,
    challenge: request.challenge,
    receivedAt: new Date(clock.now()).toISOString(),
    counted: request.countAttempt,
    digest: sha256(archive.bytes),
    sentDigest: sent.digest,
    bytes: archive.bytes.length,
    files: archive.files,
    format: "zip",
    language: archive.manifest.language,
  };
}

/** @returns false where another submission took the last attempt meanwhile; then nothing was written. */
async function writeRows(db: Kysely<Tables>, record: SpoolRecord, challenge: ChallengeSpec): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await attemptTurn(tx, record.team, record.challenge);
    if (record.counted && (await attemptsLeft(tx, record.team, challenge, new Date(record.receivedAt))) === 0) return false;
    await insertSubmission(tx, record);
    return true;
  });
}

/** Keeps an archive and writes its rows. @returns false as `writeRows` does; then, and where it throws, nothing is left. */
async function keep({ db, spool }: Intake, record: SpoolRecord, archive: Buffer, challenge: ChallengeSpec): Promise<boolean> {
  await spool.keep(record, archive);
  try {
    if (await writeRows(db, record, challenge)) return true;
  } catch (cause) {
    // An answer may be lost on its way from a database that did write: what it then knows of stays.
    const known = await readSubmission(db, record.id).catch(() => "unknown");
    if (known === null) await spool.drop(record);
    throw cause;
  }
  await spool.drop(record);
  return false;
}

async function store(intake: Intake, request: Request, challenge: ChallengeSpec): Promise<SubmitResult> {
  const { db, spool, clock } = intake;
  const id = randomUUID();
  const sent = await spool.receive(id, request.archive, mostSentBytes(challenge));
  try {
    const made = await normaliseArchive(sent.bytes, challenge);
    if (made.kind === "refused") return made;
    const late = await turnedAway(intake, request, challenge);
    if (late) return late;
    const record = recordOf({ sent, archive: made.archive }, id, request, clock);
    if (!(await keep(intake, record, made.archive.bytes, challenge)))
      return await quota(db, challenge, new Date(record.receivedAt));
  } finally {
    await rm(sent.path, { force: true });
  }
  const submission = await readSubmission(db, id);
  if (!submission) throw new StoreError("inconsistent", `the submission ${id} was written and is not there`);
  return { kind: "stored", submission };
}

/** See `Store.submit`. @throws StoreError `unknown-team`, `unknown-challenge` or `no-room`. */
export async function submit(intake: Intake, request: Request): Promise<SubmitResult> {
  const { db, spool } = intake;
  await readTeam(db, request.team);
  const challenge = await readChallenge(db, request.challenge);
  const away = await turnedAway(intake, request, challenge);
  if (away) return away;
  // As it came, and as it is kept.
  await refuseWithoutRoom(spool.dir, 2 * mostSentBytes(challenge));
  try {
    return await withinRoom(spool.dir, () => store(intake, request, challenge));
  } catch (cause) {
    if (cause instanceof ArchiveRefusal) return { kind: "refused", fault: cause.fault };
    throw cause;
  }
}
