import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Table } from "./tables-of.ts";

const ROWS_AT_ONCE = 500;
const BYTES_AT_ONCE = 4 * 1_048_576;
const NEWLINE = 0x0a;

/** Lines as they come, by bytes: a row may hold any other sign that some take for a line's end. */
async function* lines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]);
      [rest, from] = [[], end + 1];
    }
    rest.push(Buffer.from(chunk.subarray(from)));
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield last;
}

type Row = Readonly<Record<string, string | null>>;

/** @throws SyntaxError or TypeError where a line is no row of the table. */
function rowOf(line: Buffer, { name, columns }: Table): Row {
  const value: unknown = JSON.parse(line.toString("utf8"));
  const known = new Set(columns.map((column) => column.name));
  const entries = Object.entries(value ?? {}).map(([key, each]: [string, unknown]) => {
    if (!known.has(key) || (each !== null && typeof each !== "string")) throw new TypeError(`${name}: no column ${key}`);
    return [key, each] as const;
  });
  if (entries.length !== columns.length) throw new TypeError(`${name}: expected ${columns.length} columns`);
  return Object.fromEntries(entries);
}

async function insert(db: Db, { name, columns }: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.join(columns.map((column) => sql.ref(column.name)));
  const lists = sql.join(columns.map((column) => sql`${rows.map((row) => row[column.name])}::text[]`));
  const cast = sql.join(columns.map(({ name: column, type }) => sql`given.${sql.ref(column)}::${sql.raw(type)}`));
  await sql`insert into ${sql.table(name)} (${names}) overriding system value
    select ${cast} from unnest(${lists}) as given (${names})`.execute(db);
}

/** Columns that count go on from where they were. */
async function countOn(db: Db, { name, columns }: Table): Promise<void> {
  for (const column of columns.filter(({ counts }) => counts))
    await sql`select setval(pg_get_serial_sequence(${name}, ${column.name}), coalesce(max(${sql.ref(column.name)}), 0) + 1, false)
      from ${sql.table(name)}`.execute(db);
}

/** Fills an empty table with what `dumpTable` wrote. Call in a transaction. @returns how many rows came. @throws where a line is no row of it. */
export async function loadTable(db: Db, table: Table, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let [rows, held, count]: [Row[], number, number] = [[], 0, 0];
  for await (const line of lines(bytes)) {
    rows.push(rowOf(line, table));
    held += line.length;
    count++;
    if (rows.length < ROWS_AT_ONCE && held < BYTES_AT_ONCE) continue;
    await insert(db, table, rows);
    [rows, held] = [[], 0];
  }
  await insert(db, table, rows);
  await countOn(db, table);
  return count;
}
