/** A stranger's text fit for a page: control characters and direction marks are shown as codes, so that none of them acts. */
export function inert(text: string): string {
  return text.replace(/[^\P{C}\n\t]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
