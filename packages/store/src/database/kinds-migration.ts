/**
 * Step `0004-kinds`: stored JSON from before there were kinds of challenges, rewritten in place.
 *
 * Frozen. It reads what every version wrote until then, and writes what the next one read. It takes no type from the other
 * rooms: theirs go on, and this does not.
 *
 * Until then every challenge had the accounts of a bank ranked. What stood where, and where it stands now:
 * - Of a challenge: `splits[x].accounts` was the size of a split, now `sizes[x]`; `splits[x].own` the set that the organizer
 *   brought for it, now `own[x]`; `weights` the weight of each of five parts, now `parts`, in the order in which they were
 *   summed and shown (those of weight 0 stay: they were measured and shown); `harm` the rules of the one penalty, now the
 *   first of `penalties`.
 * - Of a score and of a board's row: `harm` was what that penalty took, now `penalties.harm`.
 * - Of a practice report: it named no kind; `details.accounts` counted what are now `subjects`, a mistake's `account` is its
 *   `subject`, and three codes of faults are named after subjects.
 * Receipts stay as they were signed.
 */
import { sql, type Kysely, type Migration } from "kysely";

interface OldSplit {
  readonly accounts: number;
  readonly own?: object;
}

export interface OldSpec {
  readonly splits: Readonly<Record<"practice" | "public" | "final", OldSplit>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly harm: object;
  readonly [other: string]: unknown;
}

export interface OldScore {
  readonly harm: number;
  readonly [other: string]: unknown;
}

export interface OldRow {
  readonly harm: number | null;
  readonly [other: string]: unknown;
}

export interface OldReport {
  readonly score: OldScore | null;
  readonly details: object | null;
  readonly mistakes: readonly object[];
  readonly fault: { readonly code: string } | null;
  readonly [other: string]: unknown;
}

const PARTS = ["ranking", "budget", "indicators", "evidence", "roles"];

const CODES = new Map([
  ["account-not-an-id", "subject-not-an-id"],
  ["unknown-account", "unknown-subject"],
  ["doubled-account", "doubled-subject"],
]);

function renamed(value: object, from: string, to: string): object {
  return Object.fromEntries(Object.entries(value).map(([key, each]: [string, unknown]) => [key === from ? to : key, each]));
}

export function newSpec({ splits, weights, harm, ...rest }: OldSpec): object {
  const sizes = Object.entries(splits).map(([split, { accounts }]) => [split, { accounts }] as const);
  const own = Object.entries(splits).flatMap(([split, set]) => (set.own === undefined ? [] : [[split, set.own] as const]));
  return {
    ...rest,
    kind: "ranking",
    world: "bank",
    sizes: Object.fromEntries(sizes),
    ...(own.length === 0 ? {} : { own: Object.fromEntries(own) }),
    parts: PARTS.map((measure) => ({ measure, weight: weights[measure] })),
    penalties: [{ measure: "harm", ...harm }],
  };
}

export function newScore({ harm, ...score }: OldScore): object {
  return { ...score, penalties: { harm } };
}

export function newRow({ harm, ...row }: OldRow): object {
  return { ...row, penalties: harm === null ? null : { harm } };
}

export function newReport({ score, details, mistakes, fault, ...rest }: OldReport): object {
  return {
    ...rest,
    kind: "ranking",
    score: score && newScore(score),
    details: details && renamed(details, "accounts", "subjects"),
    mistakes: mistakes.map((mistake) => renamed(mistake, "account", "subject")),
    fault: fault && { ...fault, code: CODES.get(fault.code) ?? fault.code },
  };
}

/**
 * Rewrites one column, a row at a time, since reports may be many. A row is known by where it lies (`ctid`), which no update
 * of another row changes, and which is not used again before this transaction ends.
 */
async function rewrite(db: Kysely<unknown>, table: string, column: string, renew: (old: never) => object): Promise<void> {
  const [of, json] = [sql.table(table), sql.ref(column)];
  const places = await sql<{ place: string }>`select ctid::text as place from ${of} where ${json} is not null`.execute(db);
  for (const { place } of places.rows) {
    const { rows } = await sql<{ old: never }>`select ${json} as old from ${of} where ctid = ${place}::tid`.execute(db);
    await sql`update ${of} set ${json} = ${JSON.stringify(renew(rows[0].old))} where ctid = ${place}::tid`.execute(db);
  }
}

const EXHIBITS = sql`create table exhibits (
  challenge_id text not null references challenges,
  revision integer not null,
  subject integer not null,
  body json not null,
  primary key (challenge_id, revision, subject))`;

export const KINDS: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const table of ["challenges", "revisions"]) await rewrite(db, table, "spec", newSpec);
    for (const table of ["runs", "run_secrets"]) await rewrite(db, table, "score", newScore);
    await rewrite(db, "runs", "practice", newReport);
    await rewrite(db, "standings", "rows", (rows: readonly OldRow[]) => rows.map(newRow));
    await sql`alter table splits rename column accounts to subjects`.execute(db);
    await EXHIBITS.execute(db);
  },
};
