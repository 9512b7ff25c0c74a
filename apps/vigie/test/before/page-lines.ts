/** What a page says, as lines: its text by block element, and what it says to those who do not see it. */

const LEFT_OUT = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g;
const BLOCKS = [
  "address|article|aside|body|br|button|caption|dd|desc|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr",
  "label|legend|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|text|th|thead|time|title|tr|ul",
].join("|");
const BLOCK = new RegExp(
  `</?(?:${BLOCKS})\\b[^>]*>|<[a-z]+\\b[^>]*\\brole="(?:cell|columnheader|row|rowgroup|rowheader)"[^>]*>`,
  "g",
);
const TOLD = /\b(?:aria-label|alt|placeholder)="([^"]*)"/g;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (name) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

/** Kinds of space are the formatter's, and differ between versions of Node. */
function tidy(line: string): string {
  return decoded(line).replace(/\s+/g, " ").trim();
}

export function pageLines(html: string): string[] {
  const shown = html.replace(LEFT_OUT, "");
  const spoken = shown.replace(
    /<[^>]+>/g,
    (tag) => `${[...tag.matchAll(TOLD)].map(([, text]) => `\n[${text}]\n`).join("")}${tag}`,
  );
  const text = spoken.replace(BLOCK, "\n").replace(/<[^>]+>/g, " ");
  return text.split("\n").map(tidy).filter(Boolean);
}
