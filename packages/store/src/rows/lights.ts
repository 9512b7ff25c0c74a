import type { Verdict } from "@vigie/spec";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Light, TeamLight } from "../event-contract.ts";
import { profileOf, type TeamRow } from "./team-profile.ts";

const LIGHTS: readonly Light[] = ["never-signed-in", "nothing-sent", "nothing-accepted", "fine"];
/** É beside E, in both languages. */
const byName = new Intl.Collator("fr-CA");

interface LightRow extends TeamRow {
  readonly signed_in_at: Date | null;
  readonly has_code: boolean;
  readonly sent: number;
  readonly last_sent_at: Date | null;
  readonly accepted: boolean;
  readonly last_verdict: Verdict | null;
}

function lightOf({ signed_in_at: signedIn, sent, accepted }: LightRow): Light {
  if (accepted) return "fine";
  if (sent > 0) return "nothing-accepted";
  return signedIn === null ? "never-signed-in" : "nothing-sent";
}

/** See `EventDesk.lights`. What was withdrawn counts for nothing here either. */
export async function readLights(db: Db): Promise<readonly TeamLight[]> {
  const { rows } = await sql<LightRow>`
    with judged as (
      select s.team_id, s.id, s.received_at, pub.verdict as public,
        coalesce(pub.verdict, case when practice.verdict <> 'accepted' then practice.verdict end) as verdict
      from submissions s join challenges c on c.id = s.challenge_id
      left join runs practice on practice.submission_id = s.id and practice.split = 'practice' and practice.revision = c.revision
      left join runs pub on pub.submission_id = s.id and pub.split = 'public' and pub.revision = c.revision
      where s.withdrawn_at is null),
    sums as (
      select team_id, count(*)::int as sent, max(received_at) as last_sent_at,
        coalesce(bool_or(public = 'accepted'), false) as accepted,
        (array_agg(verdict order by received_at desc, id) filter (where verdict is not null))[1] as last_verdict
      from judged group by team_id),
    signed as (
      select team_id, max(signed_in_at) as signed_in_at, bool_or(revoked_at is null) as has_code
      from codes where team_id is not null group by team_id)
    select t.*, signed.signed_in_at, coalesce(signed.has_code, false) as has_code, coalesce(sums.sent, 0) as sent,
      sums.last_sent_at, coalesce(sums.accepted, false) as accepted, sums.last_verdict
    from teams t left join sums on sums.team_id = t.id left join signed on signed.team_id = t.id
    where not t.baseline and t.erased_at is null order by t.id`.execute(db);
  const lights = rows.map((row): TeamLight => ({
    ...{ team: profileOf(row), light: lightOf(row), hasCode: row.has_code, sent: row.sent },
    signedInAt: row.signed_in_at?.toISOString() ?? null,
    lastSentAt: row.last_sent_at?.toISOString() ?? null,
    lastVerdict: row.last_verdict,
  }));
  return lights.sort((a, b) => LIGHTS.indexOf(a.light) - LIGHTS.indexOf(b.light) || byName.compare(a.team.name, b.team.name));
}
