/**
 * How a kind reads an output and what it makes of it.
 *
 * Shared by all kinds: cutting lines, JSON, the end line, resampling, intervals, standings, the total. A kind says what a line
 * may hold (`OutputReader.line`) and what the whole is worth (`Scorable`). The types of its labels and of its output never
 * leave its folder, so that the registry needs no generics.
 */
import type { ByMeasure, ChallengeSpec, Mistake, Truth } from "@vigie/spec";
import type { JsonNode } from "../json-line.ts";

/** How often each bootstrap unit counts. */
export type UnitCounts = Uint16Array;

/** What is wrong with a line; its number is put beside it by whoever cut it. */
export interface LineFault {
  readonly code: string;
  readonly found?: string;
  readonly expected?: string;
}

/** What the measures gave, in the order of the challenge's parts and penalties. */
export interface Measured {
  readonly parts: ByMeasure;
  readonly penalties: ByMeasure;
}

/** A whole output, laid out for weighing. */
export interface Scorable {
  /** Every measure of the full set (each unit once) or of a resample, which is scored as a data set of its own. */
  measure(counts: UnitCounts): Measured;
  /** What may be told of the full set on practice, in the kind's own form; at most `MOST_MISTAKES` mistakes. */
  learn(): { readonly details: Readonly<Record<string, unknown>>; readonly mistakes: Mistake[] };
}

/** Takes one output's lines. */
export interface OutputReader {
  /** One line that is a JSON object. @param day on which it came, where data come a day at a time. */
  line(members: ReadonlyMap<string, JsonNode>, day: number | null): LineFault | null;
  /** No line is missing any more. */
  end(): Scorable;
}

/** A split, open for scoring by one challenge. */
export interface OpenScoring {
  /** By bootstrap unit: the stratum within which it is drawn. */
  readonly stratumOfUnit: Int32Array;
  reader(): OutputReader;
  /** The planted rows of a subject, and what each was planted for: for exhibits of practice. */
  planted(subject: number): readonly { readonly id: number; readonly indicator: string | null }[];
}

export interface KindScoring {
  /** @throws SpecError `bad-labels` or `unscorable-labels`: our own failure, never a team's. */
  open(challenge: ChallengeSpec, truth: Truth): OpenScoring;
}
