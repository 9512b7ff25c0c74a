import fc from "fast-check";
import { expect, test } from "vitest";
import { newCode, newToken, normalCode, secretHash } from "./access-code.ts";

test("a code is four groups of four letters and digits that cannot be mistaken", () => {
  for (let i = 0; i < 200; i++) expect(newCode()).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test("every bit of a code is random: all 32 symbols come in every place", () => {
  const codes = Array.from({ length: 2_000 }, () => newCode().replaceAll("-", ""));
  for (let place = 0; place < 16; place++) expect(new Set(codes.map((code) => code[place])).size).toBe(32);
});

test.each([
  ["as it was given", "7Q2M-0XKD-93TB-FW5H"],
  ["in small letters", "7q2m-0xkd-93tb-fw5h"],
  ["without hyphens", "7Q2M0XKD93TBFW5H"],
  ["with spaces and line ends", " 7Q2M 0XKD\u00a093TB FW5H\n"],
  ["with dashes of a word processor", "7Q2M–0XKD—93TB‑FW5H"],
  ["with the letter O for zero", "7Q2M-OXKD-93TB-FW5H"],
  ["in full-width letters", "７Ｑ２Ｍ-0XKD-93TB-FW5H"],
])("a code is understood %s", (_how, typed) => {
  expect(normalCode(typed)).toBe("7Q2M0XKD93TBFW5H");
});

test("I and L are read as 1", () => {
  expect(normalCode("IlL1-0000-0000-0000")).toBe("1111000000000000");
});

test.each(["", "7Q2M", "7Q2M-0XKD-93TB-FW5HX", "7Q2M-0XKD-93TB-FW5U", "é".repeat(16), "7".repeat(1_000)])(
  "%j is no code",
  (typed) => {
    expect(normalCode(typed)).toBeNull();
  },
);

test("nothing that is typed breaks the reading", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) =>
      [null, "string"].includes(normalCode(typed) === null ? null : "string"),
    ),
  );
});

test("tokens differ, fit in a cookie, and are stored as 32 bytes", () => {
  expect(newToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(newToken()).not.toBe(newToken());
  expect(secretHash("x")).toHaveLength(32);
});
