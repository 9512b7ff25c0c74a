/** PostgreSQL 15 or later on a server, with one connection of its own for notifications, which is made anew when it breaks. */
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { StoreError } from "../errors.ts";
import { CHANNEL, type Database } from "./database.ts";
import type { Tables } from "./tables.ts";

const RECONNECT_MS = 1_000;

/** Keeps one client on LISTEN; tells null after each reconnection, since notifications may have been missed. */
class NotificationClient {
  readonly #url: string;
  readonly #listener: (payload: string | null) => void;
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(url: string, listener: (payload: string | null) => void) {
    this.#url = url;
    this.#listener = listener;
  }

  async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    this.#client = client;
    const lost = () => this.#again(client);
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ payload }) => {
      if (payload !== undefined) this.#listener(payload);
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  #again(client: pg.Client): void {
    if (this.#closed || this.#timer || client !== this.#client) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.connect().then(
        () => this.#listener(null),
        () => this.#client && this.#again(this.#client),
      );
    }, RECONNECT_MS);
  }
}

/** A server's address without its password, for messages. */
function shown(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port === "" ? "" : `:${port}`}${pathname}`;
  } catch {
    return "the address given";
  }
}

/** Connects to a server. @throws StoreError `database-unreachable`. */
export async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on("error", () => undefined); // An idle connection broke; the pool makes another.
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select 1`.execute(db);
  } catch (cause) {
    await db.destroy();
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError(
      "database-unreachable",
      `PostgreSQL at ${shown(url)}: expected an answer; found ${message}. Check VIGIE_DATABASE_URL and that the server runs.`,
      { cause },
    );
  }
  let client: NotificationClient | null = null;
  return {
    db,
    shared: true,
    listen: async (listener) => {
      client = new NotificationClient(url, listener);
      await client.connect();
    },
    close: async () => {
      await client?.close();
      await db.destroy();
    },
  };
}
