/** What this machine says of itself, for the organizers' console. */
import { statfs } from "node:fs/promises";
import type { LeaderboardOptions } from "@vigie/leaderboard";
import { sandboxMissingSentence, weaknessSentence } from "@vigie/report";
import type { OpenedSandbox } from "@vigie/runner";
import type { BilingualText } from "@vigie/spec";
import type { Hourly } from "./backup/hourly.ts";
import type { Judging } from "./judging.ts";
import type { Event } from "./open-event.ts";

export type MachineFacts = NonNullable<LeaderboardOptions["machine"]>;

function weaknesses(opened: OpenedSandbox): BilingualText[] {
  if (opened.kind === "missing") {
    const { reason } = opened.missing;
    return [{ en: sandboxMissingSentence("en", reason), fr: sandboxMissingSentence("fr", reason) }];
  }
  if (opened.sandbox.kind === "none") return [];
  return opened.sandbox.weaknesses.map((weakness) => ({
    en: weaknessSentence("en", weakness),
    fr: weaknessSentence("fr", weakness),
  }));
}

async function diskOf(path: string): Promise<{ readonly path: string; readonly freeBytes: number } | null> {
  try {
    const { bavail, bsize } = await statfs(path);
    return { path, freeBytes: bavail * bsize };
  } catch {
    return null;
  }
}

/** Asked anew at each look. */
export function machineFacts(event: Event, opened: OpenedSandbox, judging: Judging, hourly: Hourly | null): MachineFacts {
  const { store, dataDir } = event;
  const weak = weaknesses(opened);
  return async () => ({
    workers: judging.workers(store.clock.now()),
    disk: await diskOf(dataDir),
    weaknesses: weak,
    backup: hourly?.state ?? null,
    clockOffMs: store.clock.now() - Date.now(),
  });
}
