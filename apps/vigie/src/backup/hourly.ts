/** `vigie start --backup-to`: a backup each hour into a folder that the organizer named, a stick as a rule; the newest are kept. */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BilingualText } from "@vigie/spec";
import type { Store } from "@vigie/store";
import { speaker, type Say } from "../say.ts";
import { backupTrouble } from "./backup-trouble.ts";
import { makeBackup } from "./make-backup.ts";
import { writeBackup } from "./write-backup.ts";

const HOUR_MS = 3_600_000;

export interface HourlyWish {
  readonly folder: string;
  readonly passphrase: string;
  /** How many are kept. */
  readonly keep: number;
}

/** What the console is told. */
export interface HourlyState {
  readonly folder: string;
  readonly lastAt: string | null;
  readonly problem: BilingualText | null;
}

interface Means {
  readonly store: Pick<Store, "backup" | "event" | "clock">;
  readonly say: Say;
  readonly print: (line: string) => void;
}

/** `vigie-3f2a9c01-2026-11-02T17-00-05Z.tar.gz.age`: names sort by time, and a stick's file system allows them. */
function fileName(event: string, now: number): string {
  return `${prefixOf(event)}${new Date(now).toISOString().slice(0, 19).replaceAll(":", "-")}Z.tar.gz.age`;
}

function prefixOf(event: string): string {
  return `vigie-${event.replaceAll(/[^A-Za-z0-9]/g, "").slice(0, 8)}-`;
}

/** Only this event's own; another's, or whatever else lies there, is nobody's to delete. */
async function removeOld(folder: string, event: string, keep: number): Promise<void> {
  const own = (await readdir(folder)).filter((name) => name.startsWith(prefixOf(event)) && name.includes(".tar.gz.age"));
  const whole = own.filter((name) => name.endsWith(".age")).sort();
  const drafts = own.filter((name) => name.endsWith(".partial"));
  for (const name of [...whole.slice(0, -keep), ...drafts]) await rm(join(folder, name), { force: true });
}

export class Hourly {
  readonly #wish: HourlyWish;
  readonly #means: Means;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #state: HourlyState;

  constructor(wish: HourlyWish, means: Means) {
    this.#wish = wish;
    this.#means = means;
    this.#state = { folder: wish.folder, lastAt: null, problem: null };
  }

  get state(): HourlyState {
    return this.#state;
  }

  /** One now, so that a stick that cannot be written to shows at once; then one each hour. */
  begin(): void {
    this.#timer ??= setInterval(() => void this.once(), HOUR_MS).unref();
    void this.once();
  }

  /** One backup; while one is written no second begins. Trouble is told, and tried again in an hour. */
  async once(): Promise<void> {
    this.#running ??= this.#write()
      .catch((error: unknown) => this.#failed(error))
      .finally(() => (this.#running = null));
    await this.#running;
  }

  /** Waits for the one that is being written. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  async #write(): Promise<void> {
    const { store, say, print } = this.#means;
    const { folder, passphrase, keep } = this.#wish;
    const event = await store.event();
    if (event === null) return;
    const now = store.clock.now();
    const file = join(folder, fileName(event.id, now));
    const size = await writeBackup(makeBackup({ store, passphrase }), file);
    this.#state = { folder, lastAt: new Date(now).toISOString(), problem: null };
    print(say("backup.hourly", { file, size: Math.ceil(size / 1000) }));
    await removeOld(folder, event.id, keep);
  }

  #failed(error: unknown): void {
    const { folder } = this.#wish;
    const problem = { en: backupTrouble(error, folder, speaker("en")), fr: backupTrouble(error, folder, speaker("fr")) };
    this.#state = { ...this.#state, problem };
    this.#means.print(backupTrouble(error, folder, this.#means.say));
  }
}
