/** What every chart hands back, and the few pieces that all are made of. */

export interface Picture {
  /** One `<svg>` element. Colours come from `tokensCss()` and `chartsCss()`. */
  readonly svg: string;
  /** The same in plain words, for those who do not see it. */
  readonly summary: string;
}

/** Text made safe for XML content and attribute values; characters that XML forbids become a replacement mark. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A number for an attribute: two decimals at most; what is not finite is 0. */
export function coord(value: number): string {
  return String(Number.isFinite(value) ? Math.round(value * 100) / 100 + 0 : 0);
}

/** A share of 0 to 1 as a percentage for an attribute, kept within the picture. */
export function percent(share: number): string {
  return `${coord(100 * Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)))}%`;
}

function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

export interface Frame {
  /** Names the kind of chart: the class is `vg vg-<kind>`. */
  readonly kind: string;
  readonly height: number;
  readonly title: string;
  readonly summary: string;
  /** Elements inside. */
  readonly body: string;
  /** Unique in its page; made from the content when absent. */
  readonly id?: string;
}

/** A chart that stands by itself: full width, a fixed height, with title and description for screen readers. */
export function chart({ kind, height, title, summary, body, id }: Frame): Picture {
  const name = id?.replace(/[^\w-]/g, "-") ?? `vg-${kind}-${checksum(title + summary + body)}`;
  const svg =
    `<svg class="vg vg-${kind}" width="100%" height="${coord(height)}" role="img" aria-labelledby="${name}-t ${name}-d" focusable="false">` +
    `<title id="${name}-t">${escapeXml(title)}</title><desc id="${name}-d">${escapeXml(summary)}</desc>${body}</svg>`;
  return { svg, summary };
}

/** A picture in a row of a table: hidden from screen readers, for the row says the same in figures. */
export function rowPicture(kind: string, width: string, height: number, body: string, summary: string): Picture {
  const svg = `<svg class="vg vg-${kind}" width="${width}" height="${coord(height)}" aria-hidden="true" focusable="false">${body}</svg>`;
  return { svg, summary };
}

/** A piece of text; `x` in percent or pixels, `y` the baseline in pixels. */
export function label(
  x: string,
  y: number,
  text: string,
  more: { readonly kind?: string; readonly anchor?: "start" | "middle" | "end"; readonly dx?: number } = {},
): string {
  const kind = more.kind === undefined || more.kind === "" ? "" : ` class="${more.kind}"`;
  const anchor = more.anchor === undefined || more.anchor === "start" ? "" : ` text-anchor="${more.anchor}"`;
  const dx = more.dx === undefined ? "" : ` dx="${coord(more.dx)}"`;
  return `<text${kind} x="${x}" y="${coord(y)}"${anchor}${dx}>${escapeXml(text)}</text>`;
}

function filled(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Words in as few lines of at most `width` characters as will do, of about the same length; a longer word stands alone. */
export function wrapped(text: string, width: number): string[] {
  const fewest = filled(text, width);
  for (let narrower = Math.ceil(text.length / fewest.length); narrower < width; narrower++) {
    const lines = filled(text, narrower);
    if (lines.length === fewest.length) return lines;
  }
  return fewest;
}
