/** A stranger's text fit for a page or a terminal: what a terminal or a browser would obey is shown instead, so that none of it acts. */

/** Line ends and tabs stay; control characters, direction marks and the like become their codes (`\x1b`, `\u{202e}`). */
export function inert(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/[^\P{C}\n\t]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, "0")}` : `\\u{${code}}`;
  });
}
