/**
 * A table as lines of JSON: each row an object of texts as PostgreSQL writes values, or nulls, so that every bit of a number
 * and every byte of stored JSON (which may hold what no JSON column function takes, NUL and lone surrogates) comes back.
 */
import { sql } from "kysely";
import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import type { Db } from "../database/database.ts";
import { refuseWithoutRoom } from "../spool/room.ts";
import type { Table } from "./tables-of.ts";

const ROWS_AT_ONCE = 100;

/** How values are written; to the end of the transaction. */
export async function writePlainly(db: Db): Promise<void> {
  for (const setting of ["timezone = 'UTC'", "datestyle = 'ISO, YMD'", "bytea_output = 'hex'", "extra_float_digits = 1"])
    await sql.raw(`set local ${setting}`).execute(db);
}

export interface Dumped {
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

async function dump(db: Db, { name, columns }: Table, handle: FileHandle, folder: string): Promise<Dumped> {
  const values = sql.join(columns.map((column) => sql`${sql.lit(column.name)}::text, ${sql.ref(column.name)}::text`));
  await sql`declare dumped no scroll cursor for select json_build_object(${values})::text as line from ${sql.table(name)}`.execute(
    db,
  );
  const hash = createHash("sha256");
  let [bytes, rows] = [0, 0];
  for (;;) {
    const some = await sql<{ line: string }>`fetch ${sql.lit(ROWS_AT_ONCE)} from dumped`.execute(db);
    if (some.rows.length === 0) break;
    const chunk = Buffer.from(some.rows.map(({ line }) => `${line}\n`).join(""));
    await refuseWithoutRoom(folder, chunk.length);
    await handle.writeFile(chunk);
    hash.update(chunk);
    bytes += chunk.length;
    rows += some.rows.length;
  }
  await sql`close dumped`.execute(db);
  return { bytes, sha256: hash.digest("hex"), rows };
}

/** Writes a table to a new file in a folder. Call in a transaction that writes plainly. @throws StoreError `no-room`. */
export async function dumpTable(db: Db, table: Table, path: string, folder: string): Promise<Dumped> {
  const handle = await open(path, "wx", 0o600);
  try {
    return await dump(db, table, handle, folder);
  } finally {
    await handle.close();
  }
}
