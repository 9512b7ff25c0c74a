/** The rows as they stand in the database: what `migrations.ts` makes, as Kysely's types. */
import type {
  ChallengeSpec,
  Exhibit,
  Language,
  PracticeReport,
  Reason,
  Score,
  SignedReceipt,
  Split,
  StandingRow,
  Verdict,
} from "@vigie/spec";
import type { Deed } from "@vigie/spec/event";
import type { ColumnType, Generated } from "kysely";
import type { NewSettings, PersonRole, RunState } from "../contract.ts";
import type { Announcement, Entry } from "../event-contract.ts";

type Json<T> = ColumnType<T, string, string>;
type OptionalJson<T> = ColumnType<T | null, string | null, string | null>;
type Time = ColumnType<Date, Date | string, Date | string>;
type OptionalTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type TimeByDefault = ColumnType<Date, Date | string | undefined, Date | string>;

/** What a board's row says of a team that the judge found out; the rest is the team's own, and its place. */
export type RowBody = Omit<
  StandingRow,
  "team" | "teamName" | "baseline" | "entry" | "division" | "language" | "hidden" | "rank" | "band"
>;

/** A team with a score, its rank and its band. */
export type StoredPlace = readonly [team: string, rank: number | null, band: number | null];

export interface Tables {
  event: { readonly singleton: Generated<boolean>; settings: Json<NewSettings> };
  /** `spec` and `revision`: the version that counts now. */
  challenges: { id: string; position: number; spec: Json<ChallengeSpec>; revision: Generated<number> };
  revisions: {
    challenge_id: string;
    revision: number;
    spec: Json<ChallengeSpec>;
    state: "judging" | "current" | "replaced" | "dropped";
    begun_at: TimeByDefault;
  };
  /** Appended, never changed: a trigger refuses it. */
  event_acts: { readonly id: Generated<string>; at: Time; actor: string; deed: Json<Deed> };
  teams: {
    id: string;
    name: string;
    name_key: string;
    baseline: boolean;
    created_at: TimeByDefault;
    /** The organizer's own sign for it; of one that was listed without, its name's key of then. */
    key: string | null;
    language: Language | null;
    division: string | null;
    entry: Generated<Entry>;
    reason: string | null;
    hidden: Generated<boolean>;
    named: Generated<boolean>;
    erased_at: OptionalTime;
    consented_at: OptionalTime;
  };
  codes: {
    id: string;
    role: PersonRole;
    team_id: string | null;
    hash: Buffer;
    issued_at: TimeByDefault;
    revoked_at: OptionalTime;
    signed_in_at: OptionalTime;
  };
  sessions: { hash: Buffer; code_id: string; kind: "cookie" | "token"; expires_at: Time };
  submissions: {
    id: string;
    team_id: string;
    challenge_id: string;
    attempt: number;
    received_at: Time;
    /** The day of the event's time zone on which it counts. */
    day: string;
    counted: boolean;
    digest: string;
    /** Of the archive as it came. */
    sent_digest: string;
    bytes: number;
    files: number;
    format: "tar.gz" | "zip";
    language: "typescript" | "python";
    withdrawn_at: OptionalTime;
    given_back_at: OptionalTime;
  };
  runs: {
    id: string;
    submission_id: string;
    team_id: string;
    challenge_id: string;
    split: Split;
    revision: Generated<number>;
    state: RunState;
    verdict: Verdict | null;
    reason: Reason | null;
    score: OptionalJson<Score>;
    /** The score's points once more, for the index. */
    points: number | null;
    practice: OptionalJson<PracticeReport>;
    receipt: OptionalJson<SignedReceipt>;
    queued_at: TimeByDefault;
    started_at: OptionalTime;
    judged_at: OptionalTime;
  };
  /** The judge's own: unrounded scores and replicates of hidden splits. Nothing on the web's side reads it. */
  run_secrets: { run_id: string; score: Json<Score>; replicates: Buffer };
  splits: {
    challenge_id: string;
    split: Split;
    revision: Generated<number>;
    inputs_digest: string;
    labels_commitment: string;
    subjects: number;
    ready_at: TimeByDefault;
  };
  jobs: {
    id: string;
    kind: "prepare-split" | "run";
    challenge_id: string;
    split: Split;
    run_id: string | null;
    revision: Generated<number>;
    state: "queued" | "working" | "done" | "failed";
    token: string | null;
    worker: string | null;
    lease_until: OptionalTime;
    /** Workers that died or gave up on it. */
    losses: Generated<number>;
    note: string | null;
    queued_at: TimeByDefault;
  };
  /** Of practice alone, where nothing is hidden. */
  exhibits: { challenge_id: string; revision: number; subject: number; body: Json<Exhibit> };
  /** `version` grows with whatever the board shows: the newest. `ranked`: that of the last ranking; `placed`: of the last that changed the places, which stand best first. */
  boards: {
    challenge_id: string;
    version: Generated<number>;
    ranked: Generated<number>;
    placed: Generated<number>;
    places: ColumnType<readonly StoredPlace[], string | undefined, string>;
    /** How often something was changed on it beside the judge: a team's name, a new team. */
    touches: Generated<number>;
  };
  /** A team's row of a board without its place, and the version in which it last changed; null before its first verdict. */
  board_rows: { challenge_id: string; team_id: string; version: number; body: OptionalJson<RowBody>; touched: Generated<number> };
  /** A board as it stood when it was frozen, `since` when; `touches` as it had them then. */
  frozen_boards: {
    challenge_id: string;
    since: Time;
    version: number;
    touches: number;
    places: Json<readonly StoredPlace[]>;
    /** The version of the challenge that counted then. */
    spec: Json<ChallengeSpec>;
  };
  frozen_rows: { challenge_id: string; team_id: string; body: OptionalJson<RowBody> };
  /** What is yet to be ranked, appended by whoever writes a verdict; without a team: the coming revision may be through. */
  board_waits: { readonly id: Generated<string>; challenge_id: string; team_id: string | null };
  /** Only in a rehearsal: when it began by the database's clock, at which time of the event, and how fast that runs. */
  event_clock: { readonly singleton: Generated<boolean>; base: Time; starts: Time; scale: number };
  announcements: { id: string; at: Time; text: Json<Announcement["text"]>; taken_down_at: OptionalTime };
  /** What a team chose for the final; without a row its best goes. */
  choices: { team_id: string; challenge_id: string; submission_id: string; at: Time };
  /** When uploads came that were refused for load. */
  kept_instants: { team_id: string; challenge_id: string; arrived_at: Time };
  audit: {
    readonly id: Generated<string>;
    at: TimeByDefault;
    actor: string;
    act: string;
    subject: string;
    about: Json<Record<string, string>>;
  };
}
