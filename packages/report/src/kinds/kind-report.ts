/**
 * How a kind is shown: its figures, its mistakes, its faults, its rules. Verdict, log, resources, statement and the board's row
 * are the same for all kinds.
 */
import type { ChallengeSpec, Language, OutputFault, PracticeReport } from "@vigie/spec";
import type { Picture } from "../picture.ts";

/** A picture with its finding. */
export interface Section {
  /** Names it in its page. */
  readonly id: string;
  /** States what is to be seen. */
  readonly title: string;
  /** How to read it, in small print; empty where that goes without saying. */
  readonly method: string;
  readonly picture: Picture;
  /** What the picture shows, in sentences for those who have none: a terminal. */
  readonly said?: readonly string[];
  /** A sentence that deserves to stand by itself; `grave` where it tells of harm done. */
  readonly note?: { readonly text: string; readonly grave: boolean };
}

/** One mistake in words. */
export interface MistakeWords {
  /** The heading under which mistakes of one sort stand together. */
  readonly sort: string;
  /** What it is about: "Account 2647". */
  readonly subject: string;
  /** Where it stands in the team's list, or that it stands nowhere; empty where there is no order. */
  readonly place: string;
  readonly sentence: string;
  /** Each sign with what became of it. */
  readonly signs: readonly { readonly label: string; readonly words: string }[];
}

/** What may be learned of a practice run; nothing but `noMistakes` where it has no score. */
export interface PracticeWords {
  /** What the whole run was, in one line. */
  readonly summary: string | null;
  readonly sections: readonly Section[];
  readonly mistakes: readonly MistakeWords[];
  /** What an empty list of mistakes means, without a full stop. */
  readonly noMistakes: string;
}

/** What a line lacks, in small letters, and what to do next; what is absent is said as of any kind. */
export interface FaultWords {
  readonly what?: string;
  readonly next?: string;
}

/** What a challenge's page tells beside its measures, their weights and the limits of a run. */
export interface RulesWords {
  /** What must be known of the measures ("harm takes all of it from a rate of …"). */
  readonly scoring: readonly string[];
  /** Limits on what a line may hold, beside its length. */
  readonly limits: readonly { readonly name: string; readonly value: string }[];
  /** What an output is, and lines of one for whoever writes them by hand. */
  readonly output: string;
  readonly example: readonly string[];
  /** What stands below the board: what the penalties mean. */
  readonly legend: readonly string[];
  /** Why the result can be trusted, for the page that greets visitors. */
  readonly trust: readonly { readonly name: string; readonly words: string }[];
  /** What a score on imported labels cannot say. @param parts the names of those that are measured there. */
  imported(parts: string): string;
}

export interface KindReport {
  practice(report: PracticeReport, challenge: ChallengeSpec, lang: Language): PracticeWords;
  /** Its own faults, and those of any kind of which it can say more. */
  fault(fault: OutputFault, challenge: ChallengeSpec, lang: Language): FaultWords;
  rules(challenge: ChallengeSpec, lang: Language): RulesWords;
}
