import { Migrator, type Kysely, type Transaction } from "kysely";
import { StoreError } from "../errors.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/** The channel of NOTIFY on which every change is told. */
export const CHANNEL = "vigie";

/** A connection or an open transaction. Never use the outer one inside a transaction: the embedded database has one connection and would wait for ever. */
export type Db = Kysely<Tables> | Transaction<Tables>;

/** What both back ends give: one dialect, and the notifications. */
export interface Database {
  readonly db: Kysely<Tables>;
  /** True where the database fsyncs its own commits. */
  readonly shared: boolean;
  /** Told each notification's payload, and null where some may have been missed. */
  listen(listener: (payload: string | null) => void): Promise<void>;
  close(): Promise<void>;
}

/** Brings the schema up to date, or makes it as it was at a step. @throws StoreError `migration`. */
export async function migrate(db: Kysely<Tables>, step?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: MIGRATIONS });
  const { error } = await (step === undefined ? migrator.migrateToLatest() : migrator.migrateTo(step));
  if (error === undefined) return;
  const message = error instanceof Error ? error.message : "an unknown failure";
  throw new StoreError("migration", `the database's schema could not be brought up to date: ${message}`, { cause: error });
}
