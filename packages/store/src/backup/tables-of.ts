import { sql } from "kysely";
import type { Db } from "../database/database.ts";

export interface Column {
  readonly name: string;
  /** As SQL writes it. */
  readonly type: string;
  readonly counts: boolean;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Tables that its rows point at. */
  readonly needs: readonly string[];
}

async function readTables(db: Db): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'counts', a.attidentity <> '') order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select json_agg(distinct f.relname) from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '[]') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname`.execute(db);
  return rows;
}

/** The tables of the schema but for the migrations' own, each after those that its rows point at. */
export async function tablesOf(db: Db): Promise<readonly Table[]> {
  const left = new Map((await readTables(db)).filter(({ name }) => !name.startsWith("kysely_")).map((each) => [each.name, each]));
  const ordered: Table[] = [];
  const take = (name: string): void => {
    const table = left.get(name);
    if (table === undefined) return;
    left.delete(name);
    table.needs.forEach(take);
    ordered.push(table);
  };
  for (const name of [...left.keys()]) take(name);
  return ordered;
}

/** The newest step that the schema has been through. */
export async function schemaStep(db: Db): Promise<string> {
  const { rows } = await sql<{ step: string }>`select max(name) as step from kysely_migration`.execute(db);
  return rows[0].step;
}
