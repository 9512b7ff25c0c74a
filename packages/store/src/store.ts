import type { ChallengeSpec } from "@vigie/spec";
import { secretHash } from "./access-code.ts";
import type { EventSettings, Store, Viewer } from "./contract.ts";
import { stateAt } from "@vigie/spec/event";
import { deskOver } from "./desk.ts";
import type { Database } from "./database/database.ts";
import type { OpenClock } from "./database/event-clock.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { attemptsLeft } from "./rows/attempts.ts";
import { writeAudit } from "./rows/audit.ts";
import type { ChangeHub } from "./rows/changes.ts";
import { readExhibit } from "./rows/exhibits.ts";
import { insertEvent, readChallenge, readChallenges, readEvent, readPreparation } from "./rows/event.ts";
import { readReceipts } from "./rows/receipts.ts";
import { beginRevision, readRevision } from "./rows/revisions.ts";
import { endSession, openSession, readViewer, replaceCode } from "./rows/sessions.ts";
import { BoardReader } from "./rows/standings.ts";
import { readMadeMistake, readNewest, readPending, readSubmission, readSubmissionsOf } from "./rows/submissions.ts";
import { readTeamList } from "./rows/team-list.ts";
import { insertTeam, readTeams } from "./rows/teams.ts";
import type { Spool } from "./spool/spool.ts";
import { submit } from "./submit.ts";

/** The public side over an open database. `closed` runs once, after the database is closed. */
export function storeOver(database: Database, spool: Spool, hub: ChangeHub, clock: OpenClock, closed: () => void): Store {
  const { db } = database;
  const boards = new BoardReader(db);
  const [settings, sessions] = [new KeptAnswers<EventSettings | null>(), new KeptAnswers<Viewer | null>()];
  const asked = new KeptAnswers<readonly ChallengeSpec[]>();
  const forgetEvent = (): void => {
    settings.forget();
    asked.forget();
  };
  hub.add(({ kind }) => {
    if (kind === "event") forgetEvent();
    if (kind === "access") sessions.forget();
  });
  const event = () => settings.get("", () => readEvent(db));
  const frozenSince = async (): Promise<number | null> => {
    const course = await event();
    return course && stateAt(course.calendar, course.acts, clock.now()).frozenSince;
  };
  let closing: Promise<void> | null = null;
  return {
    ...deskOver({ db, spool, clock }, { forgetEvent, forgetSessions: () => sessions.forget(), hub }),
    spoolDir: spool.dir,
    clock,
    event,
    createEvent: (event) =>
      db
        .transaction()
        .execute((tx) => insertEvent(tx, event))
        .finally(forgetEvent),
    challenges: () => asked.get("", () => readChallenges(db)),
    publicChallenges: async () => {
      const since = await frozenSince();
      return asked.get(`${since ?? ""}`, () => readChallenges(db, since));
    },
    createTeam: (team) => db.transaction().execute((tx) => insertTeam(tx, team)),
    teams: () => readTeams(db),
    issueCode: (owner) =>
      db
        .transaction()
        .execute((tx) => replaceCode(tx, owner))
        .finally(() => sessions.forget()),
    signIn: (code, kind) => db.transaction().execute((tx) => openSession(tx, code, kind)),
    viewer: (token) => sessions.get(secretHash(token).toString("hex"), () => readViewer(db, token)),
    signOut: (token) => endSession(db, token).finally(() => sessions.forget()),
    submit: (request) => submit({ db, spool, clock }, request),
    submission: (id) => readSubmission(db, id),
    submissionsOf: (team, challenge, page) => readSubmissionsOf(db, team, challenge, page),
    newestSubmission: (team) => readNewest(db, team),
    madeMistake: (team, challenge, subject) => readMadeMistake(db, team, challenge, subject),
    teamList: (challenge, page) => readTeamList(db, challenge, page),
    receipts: (challenge) => readReceipts(db, challenge),
    attemptsLeftToday: async (team, challenge) =>
      attemptsLeft(db, team, await readChallenge(db, challenge), new Date(clock.now())),
    standings: (challenge) => boards.read(challenge),
    publicStandings: async (challenge) => {
      const since = await frozenSince();
      return since === null ? boards.read(challenge) : boards.readFrozen(challenge, since);
    },
    exhibit: (challenge, subject) => readExhibit(db, challenge, subject),
    pending: (challenge) => readPending(db, challenge),
    preparation: (challenge) => readPreparation(db, challenge),
    beginRevision: (spec, actor) => db.transaction().execute((tx) => beginRevision(tx, spec, actor)),
    revision: (challenge) => readRevision(db, challenge),
    audit: (entry) => writeAudit(db, entry),
    onChange: (listener) => hub.add(listener),
    close: () => {
      clock.close();
      return (closing ??= database.close().finally(closed));
    },
  };
}
