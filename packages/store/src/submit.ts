/**
 * Receiving a submission: its bytes to the spool, under a name that is none yet; checked there; kept under their own name;
 * rows; answer. In this order, so that nothing is acknowledged that a power cut could lose.
 */
import type { ChallengeSpec } from "@vigie/spec";
import type { Kysely } from "kysely";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { capsOf, checkArchive } from "./archive/check.ts";
import { ArchiveRefusal } from "./archive/fault.ts";
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
import type { Received, Spool } from "./spool/spool.ts";

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
  if (event && now.getTime() >= Date.parse(event.closesAt)) return { kind: "closed", closesAt: event.closesAt };
  if ((await attemptsLeft(db, request.team, challenge, now)) > 0) return null;
  return quota(db, challenge, now);
}

async function quota(db: Kysely<Tables>, challenge: ChallengeSpec, now: Date): Promise<Refusal> {
  const nextAt = nextEventDay(now, await timeZoneOf(db)).toISOString();
  return { kind: "quota", perDay: challenge.attemptsPerDay, nextAt };
}

async function checkedRecord(
  received: Received,
  id: string,
  request: Request,
  challenge: ChallengeSpec,
  clock: EventClock,
): Promise<SpoolRecord> {
  const check = await checkArchive(received.path, challenge);
  if (check.kind === "refused") {
    const { code, ...about } = check.fault;
    throw new ArchiveRefusal(code, about);
  }
  const { format, files, manifest } = check.archive;
  return {
    id,
    team: request.team,
    challenge: challenge.id,
    receivedAt: new Date(clock.now()).toISOString(),
    counted: request.countAttempt,
    digest: received.digest,
    bytes: received.bytes,
    files,
    format,
    language: manifest.language,
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

async function store(intake: Intake, request: Request, challenge: ChallengeSpec): Promise<SubmitResult> {
  const { db, spool, clock } = intake;
  const id = randomUUID();
  const received = await spool.receive(id, request.archive, capsOf(challenge).bytes);
  try {
    const record = await checkedRecord(received, id, request, challenge, clock);
    const late = await turnedAway(intake, request, challenge);
    if (late) return late;
    await spool.keep(received, record);
    if (!(await writeRows(db, record, challenge))) {
      await spool.drop(record);
      return await quota(db, challenge, new Date(record.receivedAt));
    }
  } finally {
    await rm(received.path, { force: true });
  }
  const submission = await readSubmission(db, id);
  if (!submission) throw new StoreError("inconsistent", `the submission ${id} was written and is not there`);
  return { kind: "stored", submission };
}

/** See `Store.submit`. @throws StoreError `unknown-team` or `unknown-challenge`. */
export async function submit(intake: Intake, request: Request): Promise<SubmitResult> {
  const { db } = intake;
  await readTeam(db, request.team);
  const challenge = await readChallenge(db, request.challenge);
  const away = await turnedAway(intake, request, challenge);
  if (away) return away;
  try {
    return await store(intake, request, challenge);
  } catch (cause) {
    if (cause instanceof ArchiveRefusal) return { kind: "refused", fault: cause.fault };
    throw cause;
  }
}
