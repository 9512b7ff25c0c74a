import { describe, expect, it } from "vitest";
import { frenchSpaces } from "./french-spaces.ts";
import { rankingEn } from "./kinds/ranking/messages.en.ts";
import { rankingFr } from "./kinds/ranking/messages.fr.ts";
import { en } from "./messages/en.ts";
import { fr } from "./messages/fr.ts";
import { realismEn } from "./worlds/bank/messages.en.ts";
import { realismFr } from "./worlds/bank/messages.fr.ts";

interface Tree {
  readonly [key: string]: string | Tree;
}

function leaves(tree: Tree, at = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[at + key, value]] : leaves(value, `${at}${key}.`),
  );
}

const ENGLISH = leaves({ ...en, realism: realismEn, ranking: rankingEn });
const FRENCH = leaves({ ...fr, realism: realismFr, ranking: rankingFr }).map(([key, text]): [string, string] => [
  key,
  frenchSpaces(text),
]);
const FRENCH_BY_KEY = new Map(FRENCH);
const CODE = /\{"end":\w\}|\{\{\w+\}\}|\w+\.(?:json|pyc|zip|tar\.gz|account)|UTF-8|sudo .*$/g;

function prose(text: string): string {
  return text.replace(CODE, "x");
}

describe("both languages", () => {
  it("have the same keys and the same places for values, up to what a language can leave out", () => {
    expect(FRENCH.map(([key]) => key).sort()).toEqual(ENGLISH.map(([key]) => key).sort());
    const known = new Set([...ENGLISH, ...FRENCH].flatMap(([, text]) => text.match(/\{\{\w+\}\}/g) ?? []));
    for (const place of known) expect(place).toMatch(/^\{\{[a-zA-Z]+\}\}$/);
  });

  it("differ in every sentence, but for words that are the same in both", () => {
    const same = ENGLISH.filter(([key, text]) => FRENCH_BY_KEY.get(key) === text).map(([key]) => key);
    expect(same.sort()).toEqual(["chart.score", "finding.scorePlain", "numberWord.6", "realism.speed"]);
  });

  it("share no run of five words", () => {
    const words = (text: string): string[] =>
      prose(text)
        .toLowerCase()
        .match(/[\p{L}\p{N}’-]+/gu) ?? [];
    for (const [key, text] of ENGLISH) {
      const [english, french] = [words(text), words(FRENCH_BY_KEY.get(key)!).join(" ")];
      for (let i = 0; i + 5 <= english.length; i++) {
        const run = english.slice(i, i + 5);
        if (
          run.every(
            (word) => word === "x" || /^(?:exploited|controller|facilitator|front|account|score|role|findings)$/.test(word),
          )
        )
          continue;
        expect(french, key).not.toContain(run.join(" "));
      }
    }
  });

  it("have both forms of each plural", () => {
    for (const [key] of ENGLISH.filter(([name]) => /_(?:one|other)$/.test(name) && !name.startsWith("fault"))) {
      expect(FRENCH_BY_KEY.has(key.replace(/_one$/, "_other"))).toBe(true);
    }
  });

  it("use typographic quotes and apostrophes", () => {
    for (const [key, text] of [...ENGLISH, ...FRENCH]) expect(prose(text), key).not.toMatch(/["'`]|\.\.\./);
  });
});

describe("French typography", () => {
  it("keeps its spaces in every sentence", () => {
    for (const [key, text] of FRENCH) {
      const plain = prose(text);
      expect(plain, key).not.toMatch(/ [:;!?%$»]/);
      expect(plain, key).not.toMatch(/\u00a0[;!?]/);
      expect(plain, key).not.toMatch(/[^\s][:%$»](?=\s|$)/);
      expect(plain, key).not.toMatch(/«[^\u00a0]|[^\u00a0]»/);
    }
  });

  it("is French Canadian: vous, never tu; no dots or slashes for gender", () => {
    for (const [key, text] of FRENCH) {
      expect(text, key).not.toMatch(/(?<!\p{L})(?:tu|ton|tes|toi)(?!\p{L})/iu);
      expect(text, key).not.toMatch(/[a-zé]·[a-z]|\([es]+\)/);
    }
  });

  it("sets no-break spaces once, and leaves addresses and times alone", () => {
    const text = frenchSpaces("Prix : 5 $; soit 3 %. « Oui » http://x:80 12:30");
    expect(text).toBe("Prix\u00a0: 5\u00a0$; soit 3\u00a0%. «\u00a0Oui\u00a0» http://x:80 12:30");
    expect(frenchSpaces(text)).toBe(text);
  });
});
