import { describe, expect, it } from "vitest";
import { COLOURS, DATA_COLOURS, type ColourName } from "./tokens.ts";
import { tokensCss } from "./tokens-css.ts";

type Rgb = readonly [number, number, number];

/** OKLCH to linear sRGB (Ottosson 2020), clipped to the gamut as a screen does. */
function linear(token: string): Rgb {
  if (token.startsWith("#")) {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(token.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return [r, g, b];
  }
  const [lightness, chroma, hue] = token.split(" ").map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio. */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(linear(one)), luminance(linear(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const ON_PAPER: readonly (readonly [ColourName, number, number])[] = [
  ["ink", 15.9, 15.3],
  ["muted", 6.5, 7.9],
  ["edge", 3.3, 3.8],
  ["quiet", 3.5, 4.0],
  ["accent", 6.9, 10.2],
  ["lamp", 3.3, 11],
  ["lamp-ink", 6.6, 11.4],
];

describe("contrasts, computed from the tokens", () => {
  it.each(ON_PAPER)("%s stands on paper at %d in light and %d in dark", (name, light, dark) => {
    expect(Math.abs(contrast(COLOURS[name].light, COLOURS.paper.light) - light)).toBeLessThan(0.15);
    expect(Math.abs(contrast(COLOURS[name].dark, COLOURS.paper.dark) - dark)).toBeLessThan(0.15);
  });

  it.each(["good", "warn", "bad", "ours"] as const)("the verdict colour %s is readable as text", (name) => {
    expect(contrast(COLOURS[name].light, COLOURS.paper.light)).toBeGreaterThanOrEqual(6);
    expect(contrast(COLOURS[name].dark, COLOURS.paper.dark)).toBeGreaterThanOrEqual(6);
  });

  it("ink and muted are readable on raised, sunk and both washes", () => {
    for (const side of ["light", "dark"] as const) {
      for (const ground of ["raised", "sunk", "accent-wash", "lamp-wash"] as const) {
        for (const text of ["ink", "muted"] as const)
          expect(contrast(COLOURS[text][side], COLOURS[ground][side])).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(COLOURS["on-accent"][side], COLOURS.accent[side])).toBeGreaterThanOrEqual(6);
    }
  });

  it("what stands on night keeps 8 or more", () => {
    for (const side of ["light", "dark"] as const) {
      for (const name of ["night-ink", "night-muted", "night-accent", "night-lamp"] as const) {
        expect(contrast(COLOURS[name][side], COLOURS.night[side])).toBeGreaterThanOrEqual(7.4);
      }
    }
  });

  it("every colour of data is seen on paper at 3:1", () => {
    for (const token of DATA_COLOURS) {
      expect(contrast(token.light, COLOURS.paper.light)).toBeGreaterThanOrEqual(3);
      expect(contrast(token.dark, COLOURS.paper.dark)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("tokensCss", () => {
  it("gives every colour by light-dark(), by theme, and by media query where that is unknown", () => {
    const css = tokensCss();
    for (const name of Object.keys(COLOURS)) expect(css.split(`--${name}:`).length).toBeGreaterThanOrEqual(5);
    expect(css).toContain("light-dark(oklch(.984 .004 215),oklch(.188 .024 238))");
    expect(css).toContain("prefers-color-scheme:dark");
    expect(css).toContain(':root[data-theme="dark"]{color-scheme:dark');
    expect(css.split("{").length).toBe(css.split("}").length);
  });
});
