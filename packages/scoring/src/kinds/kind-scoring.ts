/**
 * How a kind reads an output and what it makes of it.
 *
 * Shared by all kinds: cutting lines, JSON, the end line, whom a line is about (`SubjectsOfLines`), reading labels
 * (`labels/`), resampling, intervals, standings, the total. A kind says what a line may hold and what each of
 * its measures is worth; what it shares with another kind lies in `measures/`. The types of its labels and of its output never
 * leave its folder, so that the registry needs no generics.
 */
import type { ChallengeSpec, Exhibit, Mistake, Truth } from "@vigie/spec";
import type { Members } from "../line-values.ts";
import type { UnitCounts } from "../resamples.ts";

/** Finite values by measure. */
export type Measured = (measure: string) => number;

/** A whole output, laid out for weighing. */
export interface Scorable {
  /**
   * The measures of the full set (each unit once) or of a resample, which is scored as a data set of its own. They are worked
   * out as they are asked for, so that those which the challenge does not list cost nothing; they must be asked for before
   * `counts` is filled again.
   */
  weigh(counts: UnitCounts): Measured;
  /** What may be told of the full set on practice, in the kind's own form; at most `MOST_MISTAKES` mistakes. */
  learn(): { readonly details: Readonly<Record<string, unknown>>; readonly mistakes: readonly Mistake[] };
}

/** Takes one output's lines. */
export interface OutputReader {
  /** Keys without which no line is one of this kind: a line with `end` and none of them ends the output. */
  readonly required: readonly string[];
  /**
   * One line that is a JSON object; it need not be one that the kind knows.
   * @param day on which it came, where data come a day at a time.
   * @throws LineFault with the first thing that is wrong.
   */
  line(members: Members, day: number | null): void;
  /** No line is missing any more. */
  end(): Scorable;
}

/** A split, open for scoring by one challenge. */
export interface OpenScoring {
  /** By bootstrap unit: the stratum within which it is drawn. */
  readonly stratumOfUnit: Int32Array;
  reader(): OutputReader;
  /** The planted rows of a subject, and what each was planted for: for exhibits of practice. */
  planted(subject: number): Exhibit["planted"];
}

export interface KindScoring {
  /** @throws SpecError `bad-labels` or `unscorable-labels`: our own failure, never a team's. */
  open(challenge: ChallengeSpec, truth: Truth): OpenScoring;
}
