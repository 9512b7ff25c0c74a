/**
 * What the store promises to the rooms that use it. The embedded database and PostgreSQL serve the same interface.
 *
 * This side is what the web app may read: numbers of hidden splits stand here rounded already. What the judge keeps
 * to itself (unrounded scores, replicates, claims) lies under `@vigie/store/judge`.
 */
import type { ChallengeSpec, Exhibit, SignedReceipt, Split, Standings } from "@vigie/spec";
import type { NotNow } from "@vigie/spec/event";

import type { Course, EventDesk, EventWords, TeamDesk } from "./event-contract.ts";
import type { ListedSubmission, PersonRole, Submission, Team } from "./submission-contract.ts";

export type * from "./submission-contract.ts";

/** The event; times in ISO 8601 UTC. */
export interface EventSettings extends EventWords, Course {
  readonly id: string;
  /** As things stand: when it opens, and when everybody's time ends (a single team's may end later). */
  readonly opensAt: string;
  readonly closesAt: string;
  /** SHA-256 commitment of the event secret, in hexadecimal. */
  readonly secretCommitment: string;
  /** Public half of the key that signs receipts (Ed25519, base64); absent in events that were made before there were any. */
  readonly receiptKey?: string;
  /** True of the demo that `npm start` makes without configuration. */
  readonly demo: boolean;
}

/** Who is asking: what every page and every answer of the API is decided on. */
export interface Viewer {
  readonly role: PersonRole;
  readonly team: Team | null;
  /** Names the code behind the session, for the audit log; not a secret. */
  readonly actor: string;
}

/** One team in the list that mentors see. */
export interface ListedTeam {
  readonly team: Team;
  readonly submissions: number;
  readonly newest: ListedSubmission | null;
}

/** A receipt and whose it is, as organizers export it. */
export interface ExportedReceipt {
  /** The team's name. */
  readonly team: string;
  readonly baseline: boolean;
  readonly attempt: number;
  readonly receivedAt: string;
  readonly signed: SignedReceipt;
}

/** The event's time: the database's. Nothing else says what time it is. */
export interface EventClock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** Why an archive was refused; `entry` is escaped. The sentence is `report`'s. */
export interface ArchiveFault {
  readonly code:
    | "not-an-archive"
    | "too-large"
    | "too-many-files"
    | "unsafe-path"
    | "link-or-device"
    | "doubled-name"
    | "bad-name"
    | "truncated"
    | "too-deep"
    | "reserved-folder"
    | "compiled-code"
    | "no-manifest"
    | "bad-manifest"
    | "no-entry"
    | "other-challenge"
    | "empty";
  readonly entry?: string;
  readonly expected?: string;
  readonly found?: string;
}

export type SubmitResult =
  | { readonly kind: "stored"; readonly submission: Submission }
  | { readonly kind: "refused"; readonly fault: ArchiveFault }
  | { readonly kind: "quota"; readonly perDay: number; readonly nextAt: string }
  /** `at`: when it opens, or when this team's time ended; null where it is on hold. */
  | { readonly kind: "closed"; readonly why: NotNow; readonly at: string | null };

/** What changed, as it is told to boards and workers; carries no content. */
export interface Change {
  /** `event`: its settings or challenges; `access`: codes or sessions. */
  readonly kind: "standings" | "run" | "submission" | "job" | "event" | "access";
  readonly challenge: string;
  readonly team: string | null;
  readonly submission: string | null;
}

/** Versions of a challenge in this event; the first is revision 0. `judged` of `submissions` are through; `errors` hold it back. */
export interface RevisionState {
  readonly revision: number;
  readonly version: string;
  readonly coming: {
    readonly revision: number;
    readonly version: string;
    readonly submissions: number;
    readonly judged: number;
    readonly errors: number;
  } | null;
}

type Said = Pick<EventSettings, "id" | "name" | "timeZone" | "helpLine" | "secretCommitment" | "receiptKey" | "demo">;

/** What an event is made with; without a calendar it opens, closes, and is never frozen. */
export type NewSettings = Said &
  Partial<EventWords> &
  (Pick<EventSettings, "opensAt" | "closesAt"> | Pick<EventSettings, "calendar">);

export interface NewEvent {
  readonly settings: NewSettings;
  readonly challenges: readonly ChallengeSpec[];
}

export interface Store extends EventDesk, TeamDesk {
  /** Folder of the archives: `<submission id>.zip` (of an older form `.tar.gz`) and its `.json`. */
  readonly spoolDir: string;
  readonly clock: EventClock;

  event(): Promise<EventSettings | null>;
  createEvent(event: NewEvent): Promise<void>;
  challenges(): Promise<readonly ChallengeSpec[]>;
  /** What everybody may know of them: while the board is frozen, the versions that counted when it was. */
  publicChallenges(): Promise<readonly ChallengeSpec[]>;

  createTeam(team: { readonly name: string; readonly baseline: boolean }): Promise<Team>;
  teams(): Promise<readonly Team[]>;

  /** Makes a new code (shown once; only its hash is stored) and ends the sessions of the one it replaces. */
  issueCode(owner: { readonly role: PersonRole; readonly team: string | null }): Promise<string>;
  /** A session for a code, or null for a wrong one. `token` is shown once; only its hash is stored. */
  signIn(code: string, kind: "cookie" | "token"): Promise<{ readonly token: string; readonly viewer: Viewer } | null>;
  viewer(token: string): Promise<Viewer | null>;
  signOut(token: string): Promise<void>;

  /**
   * Reads an archive under caps, writes the canonical one to the spool (fsynced), then the rows: submission and practice
   * run. Nothing is acknowledged that a power cut could lose. A refused archive costs no attempt.
   */
  submit(request: {
    readonly team: string;
    readonly challenge: string;
    readonly archive: AsyncIterable<Uint8Array>;
    /** When its first byte came, by the event's clock: what counts for limits and quota. By default now. */
    readonly arrivedAt?: number;
    /** Baselines and organizers' runs are not counted. */
    readonly countAttempt: boolean;
  }): Promise<SubmitResult>;
  /** With reports and receipts. */
  submission(id: string): Promise<Submission | null>;
  /** Newest first, at most `most` (100) of those before the attempt `before`. */
  submissionsOf(
    team: string,
    challenge: string,
    page?: { readonly before?: number; readonly most?: number },
  ): Promise<readonly ListedSubmission[]>;
  /** What a team sent last, to whichever challenge. */
  newestSubmission(team: string): Promise<ListedSubmission | null>;
  /** Whether a practice mistake of this team names the subject, in the revision that counts. */
  madeMistake(team: string, challenge: string, subject: number): Promise<boolean>;
  /**
   * Teams by name (as `name_key` sorts them), references below them: `most` (100) from the `from`-th (0) of those whose
   * name holds `search`, whatever its case; `total` of them there are.
   */
  teamList(
    challenge: string,
    page?: { readonly search?: string; readonly from?: number; readonly most?: number },
  ): Promise<{ readonly total: number; readonly rows: readonly ListedTeam[] }>;
  /** Every receipt of a challenge in the revision that counts, read as it is taken, in an order that is always the same. */
  receipts(challenge: string): AsyncIterable<ExportedReceipt>;
  attemptsLeftToday(team: string, challenge: string): Promise<number>;

  /**
   * The newest standings, with every team. A verdict is there at once, the standings follow within a second: in between the
   * board shows the team as it stood before. A version is of one ranking, and has one content; versions grow with whatever
   * a board shows, a new team too. Nothing of it may be changed: a row that says the same as in the version before is the
   * same object, by which renderings of rows may be kept.
   */
  standings(challenge: string): Promise<Standings>;
  /**
   * What everybody may see of them: while the board is frozen, as they stood then, whatever is judged or judged anew
   * meanwhile; what organizers do to teams (hide, disqualify) shows at once.
   */
  publicStandings(challenge: string): Promise<Standings>;
  /** One practice subject that a mistake names, in the revision that counts; null where the judge made none. */
  exhibit(challenge: string, subject: number): Promise<Exhibit | null>;
  /** Runs that are queued or judged now, by team: what the board shows as "judging". */
  pending(challenge: string): Promise<readonly { readonly team: string; readonly state: "queued" | "judging" }[]>;
  /** State of the `prepare-split` jobs of a challenge. */
  preparation(
    challenge: string,
  ): Promise<readonly { readonly split: Split; readonly state: "queued" | "working" | "ready" | "failed" }[]>;

  /**
   * Begins to judge all submissions anew, by another version of a challenge (or by the same one, with what is installed
   * now), behind all that teams wait for. Boards and teams see the old verdicts until the last new one is there; then all
   * change at once. One that is still on its way is dropped for the new one. Written to the audit log.
   * @throws StoreError `unknown-challenge`.
   */
  beginRevision(spec: ChallengeSpec, actor: string): Promise<{ readonly revision: number; readonly runs: number }>;
  /** The revision of a challenge that counts, and how far the coming one is. */
  revision(challenge: string): Promise<RevisionState>;

  audit(entry: {
    readonly actor: string;
    readonly act: string;
    readonly subject: string;
    readonly about?: Readonly<Record<string, string>>;
  }): Promise<void>;
  onChange(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
}
