/** What the workers do, as bars and lines in the terminal of `vigie start`. */
import type { WorkerNote } from "@vigie/judge";
import { inert, splitName, verdictName } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { startBar, type Bar } from "./progress.ts";
import type { Say } from "./say.ts";

/** A stranger's text may not act on the terminal, nor begin a line that looks like ours. */
function oneLine(text: string): string {
  return inert(text).replaceAll("\n", " ").replaceAll("\t", " ");
}

/** What stands in an event's notes: teams by name, and challenges where there are several. */
export interface Cast {
  readonly teamName: (id: string) => string;
  readonly severalChallenges: boolean;
  /** What another version of Vigie prepared. */
  readonly onHeld: (note: Extract<WorkerNote, { readonly kind: "held" }>) => void;
}

/** Turns the workers' notes into bars and lines. */
export function narrate(language: Language, say: Say, { teamName, severalChallenges, onHeld }: Cast): (note: WorkerNote) => void {
  let bar: Bar | null = null;
  let barOf = "";
  const endBar = (): void => {
    bar?.done();
    bar = null;
  };
  const preparing = (split: string, share: number): void => {
    if (barOf !== split) {
      endBar();
      bar = startBar(say("start.preparing", { split }));
      barOf = split;
    }
    bar?.update(share);
    if (share >= 1) endBar();
  };
  const named = (challenge: string, split: string): string => (severalChallenges ? `${challenge}, ${split}` : split);
  return (note) => {
    if (note.kind === "preparing") {
      preparing(named(note.challenge, splitName(language, note.split)), note.share);
      return;
    }
    if (note.kind === "judged") {
      const split = splitName(language, note.split);
      const team = oneLine(teamName(note.team));
      console.log(say("start.judged", { team, split, verdict: verdictName(language, note.verdict) }));
    } else if (note.kind === "held") {
      endBar();
      onHeld(note);
    } else if (note.kind === "trouble") {
      endBar();
      barOf = "";
      console.error(say(note.gaveUp ? "start.judgeGaveUp" : "start.judgeTrouble", { message: oneLine(note.message) }));
    }
  };
}
