/**
 * What a team may be called.
 *
 * A name is written as it was typed, but for blanks. Two keys stand behind it: the *key*, which no two teams share (case,
 * blanks and whatever cannot be seen are nothing), and the *skeleton*, in which letters that look alike are one (UTS 39's
 * idea): a name whose skeleton another team has is refused, so that nobody can play another team on the board.
 */
import { remove as lookAlike } from "confusables";
import { StoreError } from "../errors.ts";

const LONGEST = 60;
const MOST_UNITS = 240;
const MOST_MARKS = 3;

/** Joined pictures hold what else is refused: joiners, tags, variation selectors. Not all engines' types know the `v` flag. */
const EMOJI = new RegExp("\\p{RGI_Emoji}", "gv");
/** Joiners inside a word: Persian's half-space, Indic conjuncts. */
const JOINERS = /(?<=[\p{L}\p{M}])[\u200C\u200D](?=[\p{L}\p{M}])/gu;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u2800]/u;
const PILED_UP = new RegExp(`\\p{M}{${MOST_MARKS + 1},}`, "u");
const SHAPE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const UPRIGHT = /[1I|]/g;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What people would take for the same name. */
export function nameKey(name: string): string {
  const seen = name.normalize("NFKC").replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, "");
  return seen.replace(/\s+/gu, " ").trim().toUpperCase().toLowerCase();
}

/** What a name looks like from a little way off. */
export function nameSkeleton(name: string): string {
  return nameKey(lookAlike(name.normalize("NFKC").replaceAll(UPRIGHT, "l").replaceAll("0", "O")));
}

function fault(name: string): string | null {
  const plain = name.replaceAll(EMOJI, "x").replaceAll(JOINERS, "");
  if (name.length > MOST_UNITS || [...graphemes.segment(name)].length > LONGEST) return `at most ${LONGEST} characters`;
  if (UNSEEN.test(plain) || !SHAPE.test(plain)) return "characters that can be seen, and at least one of them";
  if (PILED_UP.test(name.normalize("NFD"))) return `at most ${MOST_MARKS} accents on one letter`;
  return null;
}

/** A name as it is kept. @throws StoreError `bad-team-name`. */
export function checkedName(typed: string): string {
  const name = typed.normalize("NFC").replace(/\s+/gu, " ").trim();
  const expected = fault(name);
  if (expected === null) return name;
  throw new StoreError(
    "bad-team-name",
    `a team's name: expected ${expected}; found ${JSON.stringify(typed.slice(0, 2 * LONGEST))}`,
  );
}
