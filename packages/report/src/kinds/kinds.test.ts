import { describe, expect, it } from "vitest";
import {
  FAULT_CODES,
  kindOf,
  KINDS,
  LANGUAGES,
  WORLDS,
  type ChallengeSpec,
  type Language,
  type PracticeReport,
} from "@vigie/spec";
import { CHALLENGE, PRACTICE } from "../../test/sample-run.ts";
import { readXml } from "../../test/well-formed.ts";
import { subjectWords } from "../names.ts";
import { faultSentence, kindReport } from "../sentences.ts";
import { KIND_REPORTS } from "./index.ts";

/** A challenge of each kind, and a run that made every sort of mistake. */
const SAMPLES: Readonly<Record<string, { readonly challenge: ChallengeSpec; readonly report: PracticeReport }>> = {
  ranking: { challenge: CHALLENGE, report: PRACTICE },
};
const LEFT_OPEN = /\{\{|undefined|NaN|null|\w\.\w+\.\w/;

/** Everything that a kind tells, under names. */
function told(kind: string, lang: Language): [string, string][] {
  const { challenge, report } = SAMPLES[kind];
  const { summary, sections, mistakes, noMistakes } = kindReport(report).practice(report, challenge, lang);
  const rules = kindReport(challenge).rules(challenge, lang);
  return [
    ["summary", summary ?? ""],
    ["no mistakes", noMistakes],
    ...sections.flatMap(({ id, title, method, picture, said = [], note }): [string, string][] => [
      [`${id} title`, title],
      [`${id} method`, method],
      [`${id} picture`, picture.summary],
      ...said.map((text, i): [string, string] => [`${id} said ${i}`, text]),
      ...(note === undefined ? [] : [[`${id} note`, note.text] satisfies [string, string]]),
    ]),
    ...mistakes.flatMap(({ sort, subject, place, sentence, signs }, i): [string, string][] => [
      ...Object.entries({ sort, subject, place, sentence }).map(([name, text]): [string, string] => [`${i} ${name}`, text]),
      ...signs.flatMap(({ label, words }, at): [string, string][] => [
        [`${i} sign ${at}`, label],
        [`${i} words ${at}`, words],
      ]),
    ]),
    ...[
      ...rules.scoring,
      ...rules.legend,
      ...rules.limits.map(({ name }) => name),
      rules.output,
      rules.imported("a, b"),
      ...rules.trust.map(({ words }) => words),
    ].map((text, i): [string, string] => [`rule ${i}`, text]),
    ...[...FAULT_CODES, ...kindOf(challenge).faults].map((code): [string, string] => [
      code,
      faultSentence(lang, { code, line: 1 }, challenge),
    ]),
  ];
}

describe("the registry", () => {
  it("has every kind that spec has, and a sample of each", () => {
    expect(Object.keys(KIND_REPORTS)).toEqual(Object.keys(KINDS));
    expect(Object.keys(SAMPLES)).toEqual(Object.keys(KINDS));
  });
});

describe.each(Object.keys(KIND_REPORTS))("the kind %s", (kind) => {
  it("tells each section, mistake, rule and fault in both languages, and leaves nothing open", () => {
    const french = new Map(told(kind, "fr"));
    expect(told(kind, "en").map(([name]) => name)).toEqual([...french.keys()]);
    for (const [name, text] of told(kind, "en")) {
      expect(text.length, name).toBeGreaterThan(2);
      expect(text, name).not.toMatch(LEFT_OPEN);
      expect(french.get(name), name).not.toMatch(LEFT_OPEN);
      expect(french.get(name), name).not.toBe(text);
    }
  });

  it("names each measure and says what it asks, in both languages", () => {
    for (const { id, name, head = name, asks } of kindOf({ kind }).measures) {
      for (const lang of LANGUAGES)
        expect(
          [name[lang], head[lang], asks[lang]].filter((text) => text.length < 3),
          id,
        ).toEqual([]);
      expect(asks.en, id).not.toBe(asks.fr);
    }
  });

  it.each(LANGUAGES)("draws pictures that are well formed, in %s, and none where there is no score", (lang) => {
    const { challenge, report } = SAMPLES[kind];
    const { sections } = kindReport(report).practice(report, challenge, lang);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    for (const { picture } of sections) expect(readXml(picture.svg)[0]).toBe("svg");
    const empty = kindReport(report).practice({ ...report, score: null, details: null, mistakes: [] }, challenge, lang);
    expect(empty).toMatchObject({ summary: null, sections: [], mistakes: [] });
  });

  it("gives an example that is JSON, with an end line", () => {
    const lines = kindReport({ kind })
      .rules(SAMPLES[kind].challenge, "en")
      .example.map((line): unknown => JSON.parse(line));
    expect(lines.at(-1)).toEqual({ end: lines.length - 1 });
  });
});

describe.each(Object.keys(WORLDS))("the subject of the world %s", (world) => {
  it.each(LANGUAGES)("has all its words in %s", (lang) => {
    expect(Object.values(subjectWords({ world }, lang)).filter((word) => String(word).length < 3)).toEqual([]);
  });
});

it("an unknown kind is refused with the known ones", () => {
  expect(() => kindReport({ kind: "haruspicy" })).toThrow(/ranking/);
});
