/** The one code that a new event begins with: printed once, and kept where its owner alone can read it. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JudgeStore } from "@vigie/store/judge";

/** Where it is kept; a data folder that has this file is a real event's, not the demo's. */
export function organizerCodeFile(dataDir: string): string {
  return join(dataDir, "organizer-code.json");
}

interface CodeRequest {
  readonly store: Pick<JudgeStore, "issueCode" | "event">;
  readonly dataDir: string;
  /** The old one was lost: another takes its place, and the sessions that hang on the old one end. */
  readonly anew: boolean;
}

/** The code that was made just now; null where there is one already. */
export async function organizerCode({ store, dataDir, anew }: CodeRequest): Promise<string | null> {
  const file = organizerCodeFile(dataDir);
  const known = existsSync(file) || (await store.event()) !== null;
  if (known && !anew) return null;
  const organizer = await store.issueCode({ role: "organizer", team: null });
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify({ organizer }, null, 2)}\n`, { mode: 0o600 });
  return organizer;
}
