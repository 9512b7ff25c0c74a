/**
 * How a kind is shown: its figures, its mistakes, its faults. The verdict, the log, the resources, the board's row and the
 * waterfall are the same for all kinds.
 */
import type { ChallengeSpec, Language, Mistake, OutputFault, PracticeReport } from "@vigie/spec";
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
}

/** One mistake in words. */
export interface MistakeWords {
  /** What it is about: "Account 2647". */
  readonly subject: string;
  /** Where it stands in the team's list, or that it stands nowhere. */
  readonly place: string;
  readonly sentence: string;
  /** Each sign with what became of it. */
  readonly signs: readonly { readonly label: string; readonly words: string }[];
}

/** A row of the table of limits, or of how the score is made. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

export interface KindReport {
  /** The figures of a practice run; none where it has no score. */
  sections(report: PracticeReport, challenge: ChallengeSpec, lang: Language): readonly Section[];
  /** What the whole run was, in one line. */
  summary(report: PracticeReport, challenge: ChallengeSpec, lang: Language): string | null;
  /** A sentence that deserves to stand by itself; `grave` where it tells of harm done. */
  note(report: PracticeReport, challenge: ChallengeSpec, lang: Language): { readonly text: string; readonly grave: boolean } | null;
  /** The heading under which mistakes of one sort stand together. */
  mistakeSort(mistake: Mistake, lang: Language): string;
  mistake(mistake: Mistake, challenge: ChallengeSpec, lang: Language): MistakeWords;
  /** What a line lacks and what to do next; null for a fault that any kind can have. */
  fault(fault: OutputFault, challenge: ChallengeSpec, lang: Language): { readonly what: string; readonly next: string } | null;
  /** How a split's budget reads on the challenge's page; null where there is none. @param subjects how many it has. */
  budget(challenge: ChallengeSpec, subjects: number, lang: Language): string | null;
  /** Limits on what a line may hold, beside its length. */
  limits(challenge: ChallengeSpec, lang: Language): readonly Fact[];
  /** What must be known of the measures beside their weights ("harm takes all of it from a rate of …"). */
  scoring(challenge: ChallengeSpec, lang: Language): readonly string[];
  /** Lines of an output, to be shown to whoever writes them by hand. */
  example(challenge: ChallengeSpec): readonly string[];
}
