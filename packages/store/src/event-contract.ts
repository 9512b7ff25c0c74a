/** What the store promises of running an event: its course, its teams, what they chose, what is kept of them and for how long. */
import type { BilingualText, Language, Verdict } from "@vigie/spec";
import type { Act, Calendar, Deed, TeamLine } from "@vigie/spec/event";
import type { ListedSubmission, PersonRole, Team } from "./submission-contract.ts";

/** What an event is made with beside its calendar; each can be changed later. */
export interface EventWords {
  readonly name: BilingualText;
  readonly timeZone: string;
  readonly helpLine: { readonly name: BilingualText; readonly phone: string };
  /** Of pages, printed codes and the projector. */
  readonly languages: readonly Language[];
  /** The room's wireless network, for the printed codes. */
  readonly network: string | null;
  /** While the board is frozen teams do not see their own public verdicts either. */
  readonly hidesPublicInFreeze: boolean;
  /** The day (`2027-01-31`) on which code and names are deleted; null of events from before there was one. */
  readonly keptUntil: string | null;
  /** Of challenges on the overall board, by id; one that is missing weighs 1. */
  readonly weights: Readonly<Record<string, number>>;
}

/** How a team takes part: those that do not compete stand on the board without a place. */
export type Entry = "competing" | "out-of-competition" | "disqualified";

export interface TeamProfile extends Team {
  /** The organizer's own sign for it, or null. */
  readonly key: string | null;
  readonly language: Language | null;
  readonly division: string | null;
  readonly entry: Entry;
  /** Why it was disqualified, as its own team is told. */
  readonly reason: string | null;
  /** Its name stands on no board and no projector. */
  readonly hidden: boolean;
  /** False until a team that was only counted has chosen its name. */
  readonly named: boolean;
  /** Its code and its name were deleted; digests and scores stay. */
  readonly erased: boolean;
}

/** What keeps one line of a list from being a team; `row` counts from 0, `other` is the name it collides with. */
export interface TeamFault {
  readonly row: number;
  readonly code: "bad-name" | "name-taken" | "name-looks-alike" | "doubled" | "too-many";
  readonly other?: string;
}

export type TeamsPlanned =
  | {
      readonly kind: "right";
      /** Row by row; `team` is null of a new one. A key that is known is that team, whatever its name is now. */
      readonly rows: readonly { readonly becomes: "new" | "changed" | "same"; readonly team: string | null }[];
    }
  | { readonly kind: "faulty"; readonly faults: readonly TeamFault[] };

/** Stuck teams first: never signed in, nothing sent, nothing accepted, fine. */
export type Light = "never-signed-in" | "nothing-sent" | "nothing-accepted" | "fine";

export interface TeamLight {
  readonly team: TeamProfile;
  readonly light: Light;
  readonly signedInAt: string | null;
  /** Whether a code was made for it. */
  readonly hasCode: boolean;
  readonly sent: number;
  readonly lastSentAt: string | null;
  /** Of its newest judged submission. */
  readonly lastVerdict: Verdict | null;
}

/** What organizers tell everybody, in one language or both. */
export interface Announcement {
  readonly id: string;
  readonly at: string;
  readonly text: Partial<Readonly<Record<Language, string>>>;
  readonly takenDownAt: string | null;
}

/** What goes to the final: `chosen` null means the team's best public submission, the earliest of equals. */
export interface FinalChoice {
  readonly chosen: ListedSubmission | null;
  /** What goes now; null where nothing was accepted yet. */
  readonly goes: ListedSubmission | null;
}

/** One run that waits or is judged, in the order in which workers will take it (1 is next; 0 is being judged). */
export interface QueuedRun {
  readonly place: number;
  readonly submission: string;
  readonly team: string;
  readonly teamName: string;
  readonly challenge: string;
  readonly split: "practice" | "public" | "final";
  readonly queuedAt: string;
  readonly worker: string | null;
  /** Of a revision that does not count yet: its own team hears nothing of it. */
  readonly coming?: true;
}

export interface JudgeQueueState {
  readonly waiting: number;
  readonly working: number;
  readonly oldestQueuedAt: string | null;
  /** When a verdict was last written. */
  readonly lastJudgedAt: string | null;
  /** Median milliseconds from a run's start to its verdict, of the last fifty; null of none. */
  readonly medianRunMs: number | null;
  /** Submissions that ended in an error of ours and were not judged again. */
  readonly errors: number;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
  readonly about: Readonly<Record<string, string>>;
}

export interface AuditWish {
  readonly actor?: string;
  readonly act?: string;
  readonly subject?: string;
  /** Older than this entry. */
  readonly before?: string;
  readonly most?: number;
}

/** What a table of a backup holds, row by row; the manifest comes first. */
export interface BackupPart {
  /** `manifest.json`, `tables/<name>.ndjson`, `spool/<file>`. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly size: number;
}

/** What organizers do. Every act is written to the audit log with its actor, in the same transaction. */
export interface EventDesk {
  /**
   * Writes an act at the event's time; what holds already is not done twice. @throws StoreError `too-late` where it can change
   * nothing any more, `too-early` for a reveal while somebody may still send, `bad-calendar`, `unknown-team`.
   */
  act(deed: Deed, actor: string): Promise<Act>;
  /** Changes the words; the calendar changes by the act `plan`. */
  changeWords(change: Partial<EventWords>, actor: string): Promise<void>;

  /** What a list would do, and nothing else. */
  planTeams(lines: readonly TeamLine[]): Promise<TeamsPlanned>;
  /** Takes a list whole or not at all; read twice it changes nothing. */
  saveTeams(lines: readonly TeamLine[], actor: string): Promise<TeamsPlanned>;
  /** So many teams more, with numbers for names. */
  countTeams(count: number, actor: string): Promise<void>;
  /** @throws StoreError `unknown-team`, `bad-team-name`, `team-name-taken`, `team-name-looks-alike`. */
  changeTeam(
    team: string,
    change: Partial<Pick<TeamProfile, "name" | "language" | "division" | "hidden" | "entry" | "reason">>,
    actor: string,
  ): Promise<TeamProfile>;
  teamProfile(team: string): Promise<TeamProfile>;
  teamProfiles(): Promise<readonly TeamProfile[]>;
  /** Stuck teams first, then by name. Without references. */
  lights(): Promise<readonly TeamLight[]>;
  /** New codes, in the order asked for; each ends the sessions of the one it replaces. */
  issueCodes(teams: readonly string[], actor: string): Promise<readonly { readonly team: TeamProfile; readonly code: string }[]>;
  /** Which roles and teams have a code that works. */
  codes(): Promise<readonly { readonly role: PersonRole; readonly team: string | null; readonly issuedAt: string }[]>;

  announce(text: Announcement["text"], actor: string): Promise<Announcement>;
  takeDown(announcement: string, actor: string): Promise<void>;
  /** Newest first, those that were taken down too. */
  announcements(): Promise<readonly Announcement[]>;

  /** Judges submissions anew in the revision that counts; each verdict stands until the new one is there, and in the audit log. */
  rerun(submissions: readonly string[], actor: string): Promise<number>;
  /** Counts for nothing any more; it is kept, and its own team is told. */
  withdraw(submission: string, actor: string): Promise<void>;
  /** Undoes that: it counts as it did, and is chosen again where it was. */
  putBack(submission: string, actor: string): Promise<void>;
  /** Its attempt does not count against the quota. */
  giveBack(submissions: readonly string[], actor: string): Promise<number>;
  queueState(): Promise<JudgeQueueState>;
  queue(page?: { readonly from?: number; readonly most?: number }): Promise<readonly QueuedRun[]>;

  auditLog(wish: AuditWish): Promise<readonly AuditEntry[]>;

  /** Deletes a team's name, code, reports and logs; digests, scores and verdicts stay, under "withdrawn team". */
  eraseTeam(team: string, actor: string): Promise<void>;

  /** All that an event is, of one moment, without sessions, secret and key. While it is read the event goes on. */
  backup(): AsyncIterable<BackupPart>;
}

/** What a team does beside sending. */
export interface TeamDesk {
  /** A team that was only counted names itself, once. */
  nameOwnTeam(team: string, name: string): Promise<TeamProfile>;
  /** Written down before the first submission: that a team has read what is kept of it. */
  consent(team: string): Promise<void>;
  hasConsented(team: string): Promise<boolean>;
  /** Null: our best, whatever it will be. @throws StoreError `not-eligible` of one that is not this team's accepted submission to it, `too-late` after its lock. */
  choose(team: string, challenge: string, submission: string | null): Promise<void>;
  finalChoice(team: string, challenge: string): Promise<FinalChoice>;
  /** Where a team's own runs stand in the queue; of a version that does not count yet nothing is told. */
  ownPlaces(team: string): Promise<readonly QueuedRun[]>;
  /** An upload that was refused for load keeps its instant for ten minutes: the team's next upload to this challenge counts from there. */
  keepInstant(team: string, challenge: string, arrivedAt: number): Promise<void>;
}

/** The course of an event, as `EventSettings` has it. */
export interface Course {
  readonly calendar: Calendar;
  readonly acts: readonly Act[];
}
