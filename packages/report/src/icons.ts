/** The mark and the icons, drawn by us. All inherit the colour of the text around them; the mark's flame is the lamp's. */
import type { Verdict } from "@vigie/spec";

const PATHS = {
  check: '<circle cx="8" cy="8" r="6.4"/><path d="m5.2 8.3 2 2 3.7-4.3"/>',
  cross: '<circle cx="8" cy="8" r="6.4"/><path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4"/>',
  lines: '<path d="M2.6 4h10.8M2.6 8h6.2M2.6 12h4"/><path d="m10.6 9.8 3.2 3.2m0-3.2-3.2 3.2"/>',
  wrench:
    '<path d="M10.2 2.4a3.6 3.6 0 0 0-3.3 5L2.4 11.9l1.7 1.7 4.5-4.5a3.6 3.6 0 0 0 4.7-4.5l-2.1 2.1-1.7-.4-.4-1.7 2.1-2.1a3.6 3.6 0 0 0-1-.1Z"/>',
  clock: '<circle cx="8" cy="8" r="6.4"/><path d="M8 4.3V8l2.5 1.6"/>',
  memory:
    '<rect x="3.6" y="3.6" width="8.8" height="8.8" rx="1.4"/><path d="M6 1.4v2.2M10 1.4v2.2M6 12.4v2.2M10 12.4v2.2M1.4 6h2.2M1.4 10h2.2M12.4 6h2.2M12.4 10h2.2"/>',
  overflow: '<path d="M3 2.6h10M3 6h10M3 9.4h4"/><path d="M11 8.4v5M8.8 11.4 11 13.6l2.2-2.2"/>',
  ours: '<circle cx="8" cy="8" r="6.4"/><path d="M8 4.6v4.2M8 11.2v.1"/>',
  warning: '<path d="M8 2.2 14.4 13.4H1.6Z"/><path d="M8 6.6v3.2M8 11.7v.1"/>',
  arrow: '<path d="M3 8h9.6M9 4.4 12.6 8 9 11.6"/>',
  up: '<path d="M8 13V3.4M4.4 7 8 3.4 11.6 7"/>',
  down: '<path d="m4 6 4 4 4-4"/>',
  phone: '<path d="M5.6 2.4 3.2 3c-.5 5.8 3.9 10.2 9.8 9.8l.6-2.4-3-1.5-1.3 1.3C7.5 9.4 6.6 8.5 5.8 6.7l1.3-1.3Z"/>',
  theme: '<circle cx="8" cy="8" r="5.8"/><path d="M8 2.2a5.8 5.8 0 0 1 0 11.6Z" fill="currentColor" stroke="none"/>',
  copy: '<rect x="5.4" y="5.4" width="8" height="8.4" rx="1.6"/><path d="M10.6 2.6H4.2a1.6 1.6 0 0 0-1.6 1.6v6.6"/>',
  download: '<path d="M8 2.4v7.4M4.8 7 8 10.2 11.2 7M2.8 13.4h10.4"/>',
  upload: '<path d="M8 10.4V3M4.8 6 8 2.8 11.2 6M2.8 13.4h10.4"/>',
  ring: '<circle cx="8" cy="8" r="6.4"/>',
  half: '<circle cx="8" cy="8" r="6.4"/><path d="M8 1.6a6.4 6.4 0 0 0 0 12.8Z" fill="currentColor"/>',
  todo: '<circle cx="8" cy="8" r="6.4" stroke-dasharray="2.4 2"/>',
  pause: '<circle cx="8" cy="8" r="6.4"/><path d="M6.4 5.6v4.8M9.6 5.6v4.8"/>',
  play: '<circle cx="8" cy="8" r="6.4"/><path d="M6.6 5.4 10.8 8l-4.2 2.6Z"/>',
  snow: '<path d="M8 2v12M2.8 5l10.4 6M13.2 5 2.8 11"/>',
  speak: '<path d="M2.4 6.4v3.2h2.2l5.8 3V3.4l-5.8 3ZM12.6 6.4a2.6 2.6 0 0 1 0 3.2"/>',
  plus: '<circle cx="8" cy="8" r="6.4"/><path d="M8 5.2v5.6M5.2 8h5.6"/>',
  lock: '<rect x="3.4" y="7" width="9.2" height="6.6" rx="1.4"/><path d="M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2"/>',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon of `size` pixels; decorative, so a word must stand beside it. */
export function icon(name: IconName, size = 16): string {
  return (
    `<svg class="vg-icon" width="${size}" height="${size}" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" ` +
    `stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`
  );
}

/** The colour that goes with a verdict: a token's name. */
export type Tone = "good" | "warn" | "bad" | "ours";

const OF_VERDICT: Readonly<Record<Verdict, { readonly icon: IconName; readonly tone: Tone }>> = {
  accepted: { icon: "check", tone: "good" },
  wrong_output: { icon: "lines", tone: "warn" },
  build_error: { icon: "wrench", tone: "bad" },
  runtime_error: { icon: "cross", tone: "bad" },
  time_limit: { icon: "clock", tone: "warn" },
  memory_limit: { icon: "memory", tone: "warn" },
  output_limit: { icon: "overflow", tone: "warn" },
  judge_error: { icon: "ours", tone: "ours" },
};

/** The icon of a verdict; show it with `verdictName`. */
export function verdictIcon(verdict: Verdict, size = 16): string {
  return icon(OF_VERDICT[verdict].icon, size);
}

/** Which token colours a verdict (`--good`, `--warn`, `--bad`, `--ours`). */
export function verdictTone(verdict: Verdict): Tone {
  return OF_VERDICT[verdict].tone;
}

/** The mark, a lookout's lantern, `size` pixels wide; decorative unless `name` is given. From 20 px down its strokes are bolder. */
export function mark(size: number, name?: "Vigie"): string {
  const small = size <= 20;
  const said = name === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${name}"`;
  const glass = small ? "M4.6 19.4A12 12 0 1 1 27.4 19.4" : "M4.4 18.8A12.4 12.4 0 1 1 27.6 18.8";
  const sill = small ? "M2.6 20h26.8" : "M2.6 18.8h26.8";
  const flame = small
    ? '<circle cx="16" cy="12.4" r="4.6" fill="var(--lamp)"/>'
    : '<circle cx="16" cy="12.2" r="3.8" fill="var(--lamp)"/>';
  const foot = small ? "M11.6 26.8h8.8" : "M11.4 23.6h9.2M14.2 28.2h3.6";
  const width = small ? 3.4 : 2.6;
  return (
    `<svg class="vg-mark" width="${size}" height="${size}" viewBox="0 0 32 32" ${said} focusable="false">` +
    `<g fill="none" stroke="currentColor" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"><path stroke-linecap="butt" d="${glass}"/><path d="${sill}"/></g>` +
    `${flame}<path d="${foot}" fill="none" stroke="var(--lamp)" stroke-width="${width}" stroke-linecap="round"/></svg>`
  );
}

/** The mark on its night-blue tile as an SVG file of its own, for a favicon. */
export function faviconSvg(): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b1f2a"/>' +
    '<g transform="translate(4.6 4.7) scale(.71)" fill="none" stroke-width="2.6" stroke-linecap="round"><path stroke="#e1ecee" stroke-linecap="butt" d="M4.4 18.8A12.4 12.4 0 1 1 27.6 18.8"/>' +
    '<path stroke="#e1ecee" d="M2.6 18.8h26.8"/><circle cx="16" cy="12.2" r="3.8" fill="#f7be58"/><path d="M11.4 23.6h9.2M14.2 28.2h3.6" stroke="#f7be58"/></g></svg>'
  );
}
