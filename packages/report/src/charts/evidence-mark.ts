/**
 * Ring = planted, dot = cited. A dot in a ring was found, an empty ring was missed, a crossed dot was wrongly cited:
 * the same marks in every chart, and they survive greyscale. Each is drawn around its own zero, 12 px wide.
 */
export type Finding = "found" | "missed" | "wrong";

const SHAPES: Readonly<Record<Finding, string>> = {
  found: '<circle class="vg-ring" r="4.4"/><circle class="vg-cited" r="2.3"/>',
  missed: '<circle class="vg-ring" r="4.4"/>',
  wrong: '<circle class="vg-wrong" r="4.4"/><path class="vg-cross" d="M-1.9-1.9l3.8 3.8m0-3.8-3.8 3.8"/>',
};

/** The shape alone, to be placed in a picture. */
export function evidenceShape(finding: Finding): string {
  return SHAPES[finding];
}

/** The mark as a small picture of its own, for a key beside words. */
export function evidenceMark(finding: Finding): string {
  return `<svg class="vg vg-mark-in-line" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">${SHAPES[finding]}</svg>`;
}
