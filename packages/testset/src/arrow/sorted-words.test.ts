import fc from "fast-check";
import { expect, it } from "vitest";
import { SHORT_WORD_ALPHABET, shortWordKey } from "@vigie/spec";
import type { Words } from "../gather/dictionary.ts";
import { sortedWords } from "./sorted-words.ts";

const short = fc.string({ unit: fc.constantFrom(...Array.from(SHORT_WORD_ALPHABET)), minLength: 1, maxLength: 10 });
const decimal = fc.nat({ max: 400_000 }).map(String);
const any = fc.string({ unit: "grapheme", maxLength: 8 });

/** As a thread hands them over: short words as numbers now and then twice, others as texts. */
function words(own: readonly string[], asTexts: boolean): Words {
  const keys = own.map((word) => (asTexts ? -1 : shortWordKey(word)));
  const half = keys.length >> 1;
  return {
    keys: [keys.slice(0, half), keys.slice(half)].map((chunk) => Float64Array.from(chunk)),
    words: own.filter((_, i) => keys[i] < 0),
  };
}

it.each([
  ["short words alone", fc.oneof(short, decimal), false],
  ["texts alone", any, true],
  ["short words in one thread, texts in the other", fc.oneof(short, decimal), null],
])("each word stands once, in order, and is found again: %s", (_, word, kind) => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.array(word, { maxLength: 60 }), (one, other) => {
      const texts = [...new Set(one), ...one.filter(() => kind === false)];
      const threads = [words(texts, kind ?? false), words([...new Set(other)], kind ?? true)];
      const { count, offsets, bytes, ranks } = sortedWords(threads);
      const all = Buffer.concat(Array.from(bytes(), (part) => Buffer.from(part)));
      const sorted = Array.from({ length: count }, (_w, i) => all.toString("utf8", offsets[i], offsets[i + 1]));
      expect(sorted).toEqual([...new Set([...one, ...other])].sort());
      texts.forEach((text, i) => expect(sorted[ranks[0][i + 1]]).toBe(text));
      [...new Set(other)].forEach((text, i) => expect(sorted[ranks[1][i + 1]]).toBe(text));
      expect([ranks[0][0], ranks[1][0]]).toEqual([0, 0]);
    }),
  );
});
