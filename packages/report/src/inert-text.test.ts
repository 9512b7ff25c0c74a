import fc from "fast-check";
import { expect, it } from "vitest";
import { inert } from "./inert-text.ts";

it.each([
  ["a terminal's escape", "\u001b[2Jgone", "\\x1b[2Jgone"],
  ["a bell and a backspace", "a\u0007\u0008", "a\\x07\\x08"],
  ["text that runs backwards", "\u202eexe.txt", "\\u{202e}exe.txt"],
  ["Windows line ends", "a\r\nb", "a\nb"],
  ["a lone carriage return, which overwrites", "ok\rno", "ok\\x0dno"],
  ["a one-byte control", "\u009b2J", "\\x9b2J"],
  ["letters of every language", "é ж 漢字 🦉\n\tnext", "é ж 漢字 🦉\n\tnext"],
  ["ordinary text, tabs and accents", "é\tü\n", "é\tü\n"],
])("shows %s", (_name, text, shown) => {
  expect(inert(text)).toBe(shown);
});

it("leaves nothing that acts, whatever comes", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !/[^\P{C}\n\t]/u.test(inert(text))));
});
