/** The board's columns between chart and attempts: one for each part of a challenge, and one for each penalty. */
import { formatPercent, partBar, penaltyBar } from "@vigie/report";
import { challengeOn, measureOf, type ChallengeSpec, type Language, type StandingRow } from "@vigie/spec";
import type { View } from "../render.ts";
import { say } from "../say.ts";

export interface Column {
  readonly measure: string;
  readonly penalty: boolean;
  /** False where the labels of the public split do not know it. */
  readonly measured: boolean;
  readonly text: string;
  readonly long: string;
  /** A class of the stylesheet: as wide in both languages as the longer head needs. */
  readonly width: string;
}

type Measured = ChallengeSpec["parts"][number] | ChallengeSpec["penalties"][number];

function widthOf(heads: readonly string[]): string {
  const letters = Math.max(...heads.map((head) => head.length));
  return letters > 11 ? "w4" : letters > 9 ? "w3" : letters > 7 ? "w2" : letters > 5 ? "w1" : "";
}

export function columnsOf(challenge: ChallengeSpec, lang: Language): Column[] {
  const asked = challengeOn(challenge, "public");
  const columns = (all: readonly Measured[], measured: readonly Measured[], penalty: boolean): Column[] =>
    all.map(({ measure }) => {
      const { name, head = name } = measureOf(challenge, measure);
      return {
        measure,
        penalty,
        measured: measured.some((one) => one.measure === measure),
        text: head[lang],
        long: name[lang],
        width: widthOf([head.en, head.fr]),
      };
    });
  return [...columns(challenge.parts, asked.parts, false), ...columns(challenge.penalties, asked.penalties, true)];
}

/** What a row shows in each column; nothing without a score. */
export function cellsOf({ parts, penalties }: StandingRow, columns: readonly Column[], lang: Language): View[] {
  if (parts === null) return [];
  return columns.map(({ measure, penalty, measured, width }) => {
    if (!measured) return { width, text: say(lang, "board.notMeasured"), bar: "" };
    const value = (penalty ? penalties : parts)?.[measure] ?? 0;
    return penalty
      ? { width, text: formatPercent(lang, -value), bar: penaltyBar(value, lang).svg }
      : { width, text: formatPercent(lang, Math.max(0, value)), bar: partBar(value, lang).svg };
  });
}
