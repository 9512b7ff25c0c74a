/** What of a row everybody may know: a name that is kept off boards is nobody's to read or to search for. */
import type { Language, StandingRow } from "@vigie/spec";
import { say } from "../say.ts";

/** A row's name on boards. */
export function shownName({ teamName, hidden }: Pick<StandingRow, "teamName" | "hidden">, lang: Language): string {
  return hidden === true ? say(lang, "board.hiddenName") : teamName;
}

/** Why a row has a score and no place; null of a team that competes. */
export function outsideWords({ baseline, entry }: Pick<StandingRow, "baseline" | "entry">, lang: Language): string | null {
  if (baseline) return say(lang, "board.baseline");
  return entry === undefined ? null : say(lang, `board.${entry}`);
}

/** References, and teams that do not compete: they stand by their score, without a place. */
export function isOutside({ baseline, entry }: Pick<StandingRow, "baseline" | "entry">): boolean {
  return baseline || entry !== undefined;
}
