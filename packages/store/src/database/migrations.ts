/** The schema, step by step. A step that was published never changes; the next one follows. Plain PostgreSQL 15. */
import type { MigrationProvider } from "kysely";
import { EVENTS } from "./events-migration.ts";
import { KINDS } from "./kinds-migration.ts";
import { STANDINGS_BY_TEAM } from "./standings-migration.ts";
import { step } from "./step.ts";

const FIRST = [
  // JSON stands as `json`, not `jsonb`: a detector's log may hold \u0000 and lone surrogates, which jsonb refuses.
  `create table event (singleton boolean primary key default true check (singleton), settings json not null)`,
  `create table challenges (id text primary key, position integer not null, spec json not null)`,
  // name_key is made by us: what lower() takes for small letters hangs on the server's locale.
  `create table teams (
     id text primary key,
     name text not null,
     name_key text not null unique,
     baseline boolean not null,
     created_at timestamptz not null default now())`,
  `create table codes (
     id text primary key,
     role text not null check (role in ('participant', 'mentor', 'organizer')),
     team_id text references teams,
     hash bytea not null unique,
     issued_at timestamptz not null default now(),
     revoked_at timestamptz)`,
  `create unique index codes_of_owner on codes (role, coalesce(team_id, '')) where revoked_at is null`,
  `create table sessions (
     hash bytea primary key,
     code_id text not null references codes on delete cascade,
     kind text not null check (kind in ('cookie', 'token')),
     expires_at timestamptz not null)`,
  `create index sessions_of_code on sessions (code_id)`,
  `create index sessions_by_end on sessions (expires_at)`,
  `create table submissions (
     id text primary key,
     team_id text not null references teams,
     challenge_id text not null references challenges,
     attempt integer not null,
     received_at timestamptz not null,
     day text not null,
     counted boolean not null,
     digest text not null,
     bytes integer not null,
     files integer not null,
     format text not null check (format in ('tar.gz', 'zip')),
     language text not null,
     unique (challenge_id, team_id, attempt))`,
  `create index submissions_of_day on submissions (challenge_id, team_id, day) where counted`,
  `create table runs (
     id text primary key,
     submission_id text not null references submissions,
     team_id text not null references teams,
     challenge_id text not null references challenges,
     split text not null check (split in ('practice', 'public', 'final')),
     state text not null check (state in ('queued', 'judging', 'judged')),
     verdict text,
     reason text,
     score json,
     points double precision,
     practice json,
     queued_at timestamptz not null default now(),
     started_at timestamptz,
     judged_at timestamptz,
     unique (submission_id, split),
     check ((state = 'judged') = (verdict is not null)))`,
  `create index runs_best on runs (challenge_id, team_id, points desc, judged_at) where split = 'public' and verdict = 'accepted'`,
  `create index runs_pending on runs (challenge_id) where state <> 'judged'`,
  `create index runs_started on runs (team_id, started_at desc) where started_at is not null`,
  `create table run_secrets (run_id text primary key references runs, score json not null, replicates bytea not null)`,
  `create table splits (
     challenge_id text not null references challenges,
     split text not null,
     inputs_digest text not null,
     labels_commitment text not null,
     accounts integer not null,
     ready_at timestamptz not null default now(),
     primary key (challenge_id, split))`,
  `create table jobs (
     id text primary key,
     kind text not null check (kind in ('prepare-split', 'run')),
     challenge_id text not null references challenges,
     split text not null,
     run_id text unique references runs,
     state text not null check (state in ('queued', 'working', 'done', 'failed')),
     token text,
     worker text,
     lease_until timestamptz,
     losses integer not null default 0,
     note text,
     queued_at timestamptz not null default now(),
     check ((kind = 'run') = (run_id is not null)),
     check ((state = 'working') = (token is not null and lease_until is not null)))`,
  `create index jobs_open on jobs (queued_at) where state in ('queued', 'working')`,
  `create table standings (
     challenge_id text not null references challenges,
     version integer not null,
     rows json not null,
     stored_at timestamptz not null default now(),
     primary key (challenge_id, version))`,
  `create table audit (
     id bigint generated always as identity primary key,
     at timestamptz not null default now(),
     actor text not null,
     act text not null,
     subject text not null,
     about json not null)`,
  `create function audit_is_append_only() returns trigger language plpgsql as $$
     begin raise exception 'the audit log is append-only' using errcode = '42501'; end $$`,
  `create trigger audit_keeps_rows before update or delete on audit for each row execute function audit_is_append_only()`,
  `create trigger audit_is_not_emptied before truncate on audit for each statement execute function audit_is_append_only()`,
];

/** A challenge's versions, one beside another: what stood before this step is revision 0. */
const REVISIONS = [
  `alter table challenges add column revision integer not null default 0`,
  `create table revisions (
     challenge_id text not null references challenges,
     revision integer not null,
     spec json not null,
     state text not null check (state in ('judging', 'current', 'replaced', 'dropped')),
     begun_at timestamptz not null default now(),
     primary key (challenge_id, revision))`,
  `create unique index revisions_coming on revisions (challenge_id) where state = 'judging'`,
  `alter table runs add column revision integer not null default 0`,
  `alter table runs drop constraint runs_submission_id_split_key`,
  `create unique index runs_of_submission on runs (submission_id, split, revision)`,
  `drop index runs_best`,
  `create index runs_best on runs (challenge_id, team_id, revision, points desc, judged_at) where split = 'public' and verdict = 'accepted'`,
  `alter table splits add column revision integer not null default 0`,
  `alter table splits drop constraint splits_pkey`,
  `alter table splits add primary key (challenge_id, split, revision)`,
  `alter table jobs add column revision integer not null default 0`,
];

const RECEIPTS = [`alter table runs add column receipt json`];

/** Archives are kept in one form: what came has a digest of its own. Before, what came was kept. */
const CANONICAL = [
  `alter table submissions add column sent_digest text`,
  `update submissions set sent_digest = digest`,
  `alter table submissions alter column sent_digest set not null`,
];

const STEPS = {
  "0001-first": step(FIRST),
  "0002-receipts": step(RECEIPTS),
  "0003-revisions": step(REVISIONS),
  "0004-kinds": KINDS,
  "0005-canonical": step(CANONICAL),
  "0006-standings-by-team": STANDINGS_BY_TEAM,
  "0007-events": EVENTS,
};

/** Whether this version knows a step: one that it does not is a newer version's. */
export const isStep = (name: string): boolean => Object.hasOwn(STEPS, name);

export const MIGRATIONS: MigrationProvider = { getMigrations: () => Promise.resolve(STEPS) };
