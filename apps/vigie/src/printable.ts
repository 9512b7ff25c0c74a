/** Text from a detector, fit for a terminal: control characters are shown, so that no escape sequence acts. */
export function printable(text: string): string {
  return text.replace(/[^\P{C}\n\t]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
