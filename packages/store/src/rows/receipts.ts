/**
 * Receipts, read as they are taken: a batch of submissions at a time, from where the one before ended, each a query of its
 * own, so that no transaction is open while somebody downloads.
 */
import type { SignedReceipt } from "@vigie/spec";
import { sql } from "kysely";
import type { ExportedReceipt } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { countingRevision } from "./revisions.ts";

/** Of two receipts each. */
const SUBMISSIONS_AT_ONCE = 100;

interface ReceiptsRow {
  readonly team_id: string;
  readonly team: string;
  readonly baseline: boolean;
  readonly attempt: number;
  readonly received_at: Date;
  readonly signed: readonly SignedReceipt[] | null;
}

/** See `Store.receipts`: by team, then attempt, practice before public. Of the revision that counts as it begins. */
export async function* readReceipts(db: Db, challenge: string): AsyncGenerator<ExportedReceipt> {
  const revision = await countingRevision(db, challenge);
  let after = { team_id: "", attempt: 0 };
  for (let more = true; more;) {
    const { rows } = await sql<ReceiptsRow>`
      select s.team_id, t.name as team, t.baseline, s.attempt, s.received_at,
        (select json_agg(r.receipt order by r.split) from runs r
          where r.submission_id = s.id and r.revision = ${revision} and r.receipt is not null) as signed
      from submissions s join teams t on t.id = s.team_id
      where s.challenge_id = ${challenge} and (s.team_id, s.attempt) > (${after.team_id}, ${after.attempt})
      order by s.team_id, s.attempt limit ${SUBMISSIONS_AT_ONCE}`.execute(db);
    for (const { team, baseline, attempt, received_at, signed } of rows)
      for (const each of signed ?? []) yield { team, baseline, attempt, receivedAt: received_at.toISOString(), signed: each };
    more = rows.length === SUBMISSIONS_AT_ONCE;
    after = rows.at(-1) ?? after;
  }
}
