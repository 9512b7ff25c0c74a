/**
 * Step `0007-events`: what running an event needs. Frozen, as every step is.
 *
 * `event_acts` only grows, as the audit log does. `frozen_boards` and `frozen_rows` hold a board as it stood when it was
 * frozen, with the version of the challenge that counted then; `boards.touches` counts what organizers change of it beside the judge, and `board_rows.touched` in which of these
 * changes a row last did. Submissions that were given back cost no attempt; withdrawn ones count for nothing.
 *
 * `event_now()` is the event's time, which everything that is counted or shown is written with: the database's own, but in
 * a rehearsal, where `event_clock` says when it began, at what time of the event, and how fast it runs. Leases and sessions
 * end by the database's own.
 */
import type { Migration } from "kysely";
import { step } from "./step.ts";

export const EVENTS: Migration = step([
  `create table event_acts (
     id bigint generated always as identity primary key,
     at timestamptz not null,
     actor text not null,
     deed json not null)`,
  `create function acts_are_append_only() returns trigger language plpgsql as $$
     begin raise exception 'the acts of an event are append-only' using errcode = '42501'; end $$`,
  `create trigger acts_keep_rows before update or delete on event_acts for each row execute function acts_are_append_only()`,
  `create trigger acts_are_not_emptied before truncate on event_acts for each statement execute function acts_are_append_only()`,
  `alter table teams
     add column key text unique,
     add column language text check (language in ('en', 'fr')),
     add column division text,
     add column entry text not null default 'competing' check (entry in ('competing', 'out-of-competition', 'disqualified')),
     add column reason text,
     add column hidden boolean not null default false,
     add column named boolean not null default true,
     add column erased_at timestamptz,
     add column consented_at timestamptz`,
  `create table event_clock (
     singleton boolean primary key default true check (singleton),
     base timestamptz not null,
     starts timestamptz not null,
     scale double precision not null check (scale > 0))`,
  `create function event_now() returns timestamptz language sql as $$
     select coalesce((select starts + (clock_timestamp() - base) * scale from event_clock), clock_timestamp()) $$`,
  ...[
    ["runs", "queued_at"],
    ["jobs", "queued_at"],
    ["audit", "at"],
    ["codes", "issued_at"],
  ].map(([table, column]) => `alter table ${table} alter column ${column} set default event_now()`),
  `alter table codes add column signed_in_at timestamptz`,
  `update codes set signed_in_at = now() where exists (select from sessions where code_id = codes.id)`,
  `alter table submissions add column withdrawn_at timestamptz, add column given_back_at timestamptz`,
  `create index runs_judged on runs (judged_at) where judged_at is not null`,
  `create table announcements (
     id text primary key,
     at timestamptz not null,
     text json not null,
     taken_down_at timestamptz)`,
  `create table choices (
     team_id text not null references teams,
     challenge_id text not null references challenges,
     submission_id text not null references submissions,
     at timestamptz not null,
     primary key (team_id, challenge_id))`,
  `create table kept_instants (
     team_id text not null references teams,
     challenge_id text not null references challenges,
     arrived_at timestamptz not null,
     primary key (team_id, challenge_id, arrived_at))`,
  `alter table boards add column touches integer not null default 0`,
  `alter table board_rows add column touched integer not null default 0`,
  `create table frozen_boards (
     challenge_id text primary key references challenges,
     since timestamptz not null,
     version integer not null,
     touches integer not null,
     places json not null,
     spec json not null)`,
  `create table frozen_rows (
     challenge_id text not null references frozen_boards on delete cascade,
     team_id text not null references teams,
     body json,
     primary key (challenge_id, team_id))`,
]);
