import { sql, type Kysely, type Migration } from "kysely";

/** A step of the schema that is statements alone. */
export function step(statements: readonly string[]): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
