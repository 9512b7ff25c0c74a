/**
 * A kind of challenge: what is asked, and what its measures are called.
 *
 * Each room has a folder a kind, and nowhere else knows one: `spec` says what may stand in `challenge.json`, `scoring` what a
 * line may hold and what it is worth, `report` how it is shown. Everybody else reaches kinds through the room's registry.
 */
import type { TProperties, TSchema } from "@sinclair/typebox";
import type { ChallengeSpec } from "../challenge.ts";
import type { BilingualText } from "../text.ts";

/** One thing that a kind measures: a part brings points, a penalty takes a share of them away. */
export interface Measure {
  readonly id: string;
  readonly as: "part" | "penalty";
  readonly name: BilingualText;
  /** The head of its column on a board, where the name is too long for it. */
  readonly head?: BilingualText;
  /** How a penalty stands within a sentence ("taken off for harm", "pour le tort"); its name in small letters where absent. */
  readonly noun?: BilingualText;
  /** The question that it answers, in one line. */
  readonly asks: BilingualText;
  /** The question of challenges that are outdated, where it was another. */
  readonly askedBefore?: BilingualText;
  /**
   * What labels must know: a table of labels, or a column of one (`findings.indicator`). A split whose labels do not know it
   * is scored without the measure.
   */
  readonly needs: readonly string[];
  /** What stands beside the measure (and a part's weight) in `challenge.json`. */
  readonly parameters: TProperties;
}

export interface KindSpec {
  readonly id: string;
  /** Keys of `challenge.json` that this kind alone has. */
  readonly asks: TProperties;
  /** Limits on what a line may hold, beside `lineBytes`. */
  readonly caps: TProperties;
  readonly measures: readonly Measure[];
  /** Everything that may be told of a practice run's score. */
  readonly details: TSchema;
  /** One subject to learn from; it has a `subject`. */
  readonly mistake: TSchema;
  /** What can be wrong with a line, beside what can be wrong with any. */
  readonly faults: readonly string[];
  /** Whether a run has all the data at once or a day at a time. */
  readonly delivery: "whole" | "daily";
  /** Whether a challenge asks for a score of before, which is shown and computed no more; absent where there never was another. */
  isOutdated?(challenge: ChallengeSpec): boolean;
  /** What no schema can say of a challenge. @param subjects how many each split has. */
  problems(challenge: ChallengeSpec, subjects: Readonly<Record<string, number>>): readonly KindProblem[];
}

/** A value of `challenge.json` that fits the schema and makes no sense. */
export interface KindProblem {
  readonly pointer: string;
  readonly expected: string;
  readonly found: string;
}
