/**
 * A start by another version of Vigie: its test sets are not those that the event was prepared with, so nothing is judged
 * on them. What waits keeps waiting, uploads go on, and the terminal asks whether to judge everything anew by this version.
 * Where nobody sits at the terminal, the sentence says how an organizer does it from elsewhere. So it does of a version of a
 * challenge that is judged no more: by which version else is not a question of yes and no.
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import { createInterface, type Interface } from "node:readline";
import type { Readable } from "node:stream";
import type { WorkerNote } from "@vigie/judge";
import type { Store } from "@vigie/store";
import type { MessageKey, Say } from "./say.ts";

type Held = Extract<WorkerNote, { readonly kind: "held" }>;

export interface AskHeld {
  hear(note: Held): void;
  /** Asks no more, and lets the terminal go. */
  close(): void;
}

interface Means {
  readonly store: Pick<Store, "beginRevision" | "challenges">;
  readonly say: Say;
  readonly input: Readable;
  /** Whether somebody can answer there. */
  readonly attended: boolean;
  readonly print: (line: string) => void;
}

/** False in the background too: the kernel stops a process that reads a terminal from there. */
export function terminalAttends(): boolean {
  if (!process.stdin.isTTY) return false;
  try {
    const afterName = readFileSync("/proc/self/stat", "latin1").split(") ").at(-1)?.split(" ") ?? [];
    const [, , group, , , foreground] = afterName;
    return group === foreground;
  } catch {
    return true; // No Linux: a terminal that is there is asked.
  }
}

/** Typed by the operator; in either language, whatever the terminal's. */
const YES = /^\s*(?:y|yes|o|oui)\s*$/i;

/** Says of each challenge once that it is held, and asks where there is a terminal to answer at. */
export function askHeld({ store, say, input, attended, print }: Means): AskHeld {
  const asked = new Set<string>();
  const open: Held[] = [];
  let lines: Interface | null = null;
  const ask = (): void => {
    const [next] = open;
    if (next !== undefined) print(say("start.heldAsk", { challenge: next.challenge }));
  };
  const answer = async (typed: string): Promise<void> => {
    const held = open.shift();
    if (held === undefined) return;
    const outcome: MessageKey = YES.test(typed) ? "start.heldAnew" : "start.heldWaits";
    const spec = (await store.challenges()).find(({ id }) => id === held.challenge);
    const runs = YES.test(typed) && spec !== undefined ? (await store.beginRevision(spec, "terminal")).runs : 0;
    print(say(outcome, { challenge: held.challenge, count: runs }));
    ask();
  };
  const listen = (): void => {
    // Not as a terminal: Ctrl-C stays what it is.
    lines ??= createInterface({ input, terminal: false }).on("line", (typed) => {
      answer(typed).catch((error: unknown) => print(error instanceof Error ? error.message : String(error)));
    });
  };
  return {
    hear(held) {
      const key = `${held.challenge} ${held.revision}`;
      if (asked.has(key)) return;
      asked.add(key);
      const { retired } = held;
      if (retired === null) print(say("start.held", { challenge: held.challenge }));
      else print(say("start.heldRetired", { challenge: held.challenge, ...retired, commit: retired.commit.slice(0, 7) }));
      if (!attended || retired !== null) {
        print(say("start.heldFromElsewhere", { challenge: held.challenge }));
        return;
      }
      open.push(held);
      listen();
      if (open.length === 1) ask();
    },
    close: () => lines?.close(),
  };
}
