import { describe, expect, test } from "vitest";
import { checkedName, nameKey, nameSkeleton } from "./team-name.ts";

describe("a team's name", () => {
  test.each([
    ["blanks of every sort are one", "  Les \u00a0 \u3000\u2028Phares\t", "Les Phares"],
    ["a family of joined pictures", "Équipe 👩‍👩‍👧‍👦", "Équipe 👩‍👩‍👧‍👦"],
    ["a picture with a skin and a job", "👩🏽‍💻 code", "👩🏽‍💻 code"],
    ["a flag made of tags", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Alba", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Alba"],
    ["a heart with its variation", "❤️ Montréal", "❤️ Montréal"],
    ["Persian with its half-space", "نیم‌فاصله‌ها", "نیم‌فاصله‌ها"],
    ["Sinhala with its joiner", "ශ්‍රී ලංකා", "ශ්‍රී ලංකා"],
    ["Vietnamese with two accents on a letter", "Tiếng Việt".normalize("NFD"), "Tiếng Việt"],
    ["sixty letters beyond the basic plane", "𝒜".repeat(60), "𝒜".repeat(60)],
    ["signs alone", "C++", "C++"],
  ])("takes %s", (_, typed, kept) => expect(checkedName(typed)).toBe(kept));

  test.each([
    ["nothing", ""],
    ["blanks", " \u00a0\u3000"],
    ["what cannot be seen", "\u3164"],
    ["the empty braille cell", "\u2800"],
    ["a joiner at the end", "Phare\u200d"],
    ["a half-space between digits", "1\u200c2"],
    ["a mark that turns the writing", "Phare\u202e"],
    ["a soft hyphen", "Pha\u00adre"],
    ["a control character", "a\u0007b"],
    ["half a character", "a\ud800b"],
    ["accents piled up", `a${"\u0301".repeat(9)}`],
    ["accents alone", "\u0301"],
    ["sixty-one letters", "é".repeat(61)],
  ])("refuses %s", (_, typed) => expect(() => checkedName(typed)).toThrow(expect.objectContaining({ code: "bad-team-name" })));
});

test.each([
  ["case", "LES PHARES", "les phares"],
  ["blanks", "Les  Phares", "Les Phares"],
  ["joiners", "نیم‌فاصله", "نیمفاصله"],
  ["variations", "❤️", "❤"],
  ["full width", "Ｐｈａｒｅ", "Phare"],
])("%s makes no other key", (_, one, other) => expect(nameKey(one)).toBe(nameKey(other)));

describe("a skeleton", () => {
  test.each([
    ["Cyrillic", "Рhаrе", "Phare"],
    ["Greek", "Αlpha", "Alpha"],
    ["accents", "Équipe Étoile", "Equipe Etoile"],
    ["a one for an l", "Team 1ynx", "Team lynx"],
    ["a capital I for an l", "Team Iynx", "Team lynx"],
    ["a nought for an O", "N0RD", "NORD"],
    ["what cannot be seen", "Pha\u200cre", "Phare"],
  ])("is the same for %s", (_, one, other) => expect(nameSkeleton(one)).toBe(nameSkeleton(other)));

  test.each([
    ["Phare 1", "Phare 2"],
    ["Les Phares", "Le Phare"],
    ["北京", "東京"],
    ["Équipe A", "Équipe B"],
  ])("tells %s from %s", (one, other) => expect(nameSkeleton(one)).not.toBe(nameSkeleton(other)));
});
