/** Running an event, over an open database: each act a transaction of its own. */
import { writeBackup } from "./backup/write-backup.ts";
import type { Db } from "./database/database.ts";
import type { EventDesk, TeamDesk } from "./event-contract.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { writeAct } from "./rows/acts.ts";
import { insertAnnouncement, readAnnouncements, takeDown } from "./rows/announcements.ts";
import { readAuditLog } from "./rows/audit-log.ts";
import { changeTeam, nameOwnTeam } from "./rows/change-team.ts";
import type { ChangeHub } from "./rows/changes.ts";
import { choose, readFinalChoice } from "./rows/choices.ts";
import { giveBack, rerun, withdraw } from "./rows/corrections.ts";
import { dropArchives, eraseTeam } from "./rows/erase-team.ts";
import { changeWords } from "./rows/event.ts";
import { keepInstant } from "./rows/kept-instants.ts";
import { readLights } from "./rows/lights.ts";
import { readQueue, readQueueState, type QueuedOf } from "./rows/queue.ts";
import { countTeams, planTeams, saveTeams } from "./rows/save-teams.ts";
import { issueCodes, readCodes } from "./rows/team-codes.ts";
import { consent, profileOf, readTeamRow, readTeamRows } from "./rows/team-profile.ts";
import type { Intake } from "./submit.ts";

/** What is kept beside the database, and forgotten where an act changes it. */
interface Kept {
  forgetEvent(): void;
  forgetSessions(): void;
  readonly hub: ChangeHub;
}

const MOST_LISTED = 200;

function organizers({ db, spool, clock }: Intake, kept: Kept, queue: () => Promise<readonly QueuedOf[]>): EventDesk {
  const inOne = <T>(work: (tx: Db) => Promise<T>): Promise<T> => db.transaction().execute(work);
  const now = () => clock.now();
  return {
    act: (deed, actor) => inOne((tx) => writeAct(tx, deed, actor, now())).finally(kept.forgetEvent),
    changeWords: (change, actor) => inOne((tx) => changeWords(tx, change, actor)).finally(kept.forgetEvent),
    planTeams: (lines) => planTeams(db, lines),
    saveTeams: (lines, actor) => inOne((tx) => saveTeams(tx, lines, actor)).finally(kept.forgetSessions),
    countTeams: (count, actor) => inOne((tx) => countTeams(tx, count, actor)),
    changeTeam: (team, change, actor) => inOne((tx) => changeTeam(tx, team, change, actor)).finally(kept.forgetSessions),
    teamProfile: async (team) => profileOf(await readTeamRow(db, team)),
    teamProfiles: async () => (await readTeamRows(db)).map(profileOf),
    lights: () => readLights(db),
    issueCodes: (teams, actor) => inOne((tx) => issueCodes(tx, teams, actor)).finally(kept.forgetSessions),
    codes: () => readCodes(db),
    announce: (text, actor) => inOne((tx) => insertAnnouncement(tx, text, actor, now())),
    takeDown: (announcement, actor) => inOne((tx) => takeDown(tx, announcement, actor, now())),
    announcements: () => readAnnouncements(db),
    rerun: (submissions, actor) => inOne((tx) => rerun(tx, submissions, actor)),
    withdraw: (submission, actor) => inOne((tx) => withdraw(tx, submission, actor, new Date(now()))),
    putBack: (submission, actor) => inOne((tx) => withdraw(tx, submission, actor, null)),
    giveBack: (submissions, actor) => inOne((tx) => giveBack(tx, submissions, actor, now())),
    queueState: () => readQueueState(db),
    queue: async ({ from = 0, most = MOST_LISTED } = {}) => (await queue()).slice(from, from + most).map(({ run }) => run),
    auditLog: (wish) => readAuditLog(db, wish),
    eraseTeam: async (team, actor) => {
      await inOne((tx) => eraseTeam(tx, team, actor, now())).finally(kept.forgetSessions);
      await dropArchives(db, spool);
    },
    backup: () => writeBackup({ db, spool, clock }),
  };
}

function teams({ db, clock }: Intake, kept: Kept, queue: () => Promise<readonly QueuedOf[]>): TeamDesk {
  const inOne = <T>(work: (tx: Db) => Promise<T>): Promise<T> => db.transaction().execute(work);
  return {
    nameOwnTeam: (team, name) => inOne((tx) => nameOwnTeam(tx, team, name)).finally(kept.forgetSessions),
    consent: (team) => consent(db, team, clock.now()),
    hasConsented: async (team) => (await readTeamRow(db, team)).consented_at !== null,
    choose: (team, challenge, submission) => inOne((tx) => choose(tx, team, challenge, submission, clock.now())),
    finalChoice: (team, challenge) => readFinalChoice(db, team, challenge),
    ownPlaces: async (team) => (await queue()).flatMap(({ run, coming }) => (run.team === team && !coming ? [run] : [])),
    keepInstant: (team, challenge, arrivedAt) => keepInstant(db, team, challenge, arrivedAt),
  };
}

/** The queue is computed once between two changes of it, however many teams ask where they stand. */
export function deskOver(intake: Intake, kept: Kept): EventDesk & TeamDesk {
  const queues = new KeptAnswers<readonly QueuedOf[]>();
  kept.hub.add(({ kind }) => {
    if (kind === "job" || kind === "run" || kind === "submission") queues.forget();
  });
  const queue = () => queues.get("", () => readQueue(intake.db));
  return { ...organizers(intake, kept, queue), ...teams(intake, kept, queue) };
}
