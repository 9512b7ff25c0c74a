/** The tokens as custom properties: `--paper`, `--ink`, … `--data-1` to `--data-6`, `--text-1`, `--space-4`, `--radius`. */
import { COLOURS, DATA_COLOURS, MEASURES, type ColourToken } from "./tokens.ts";

function css(value: string): string {
  return value.startsWith("#") ? value : `oklch(${value})`;
}

function colours(): readonly (readonly [string, ColourToken])[] {
  return [...Object.entries(COLOURS), ...DATA_COLOURS.map((token, i): [string, ColourToken] => [`data-${i + 1}`, token])];
}

function plain(side: "light" | "dark"): string {
  return colours()
    .map(([name, token]) => `--${name}:${css(token[side])}`)
    .join(";");
}

function both(): string {
  return colours()
    .map(([name, { light, dark }]) => `--${name}:${light === dark ? css(light) : `light-dark(${css(light)},${css(dark)})`}`)
    .join(";");
}

/**
 * A stylesheet of the tokens. The theme follows the device unless the root carries `data-theme="light"` or `"dark"`.
 * Where a browser does not know `light-dark()`, plain values by media query stand in.
 */
export function tokensCss(): string {
  const measures = Object.entries(MEASURES)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
  return [
    `:root{color-scheme:light dark;${measures};${plain("light")}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${plain("dark")}}}`,
    `:root[data-theme="dark"]{color-scheme:dark;${plain("dark")}}`,
    `:root[data-theme="light"]{color-scheme:light}`,
    `@supports (color:light-dark(red,red)){:root:root:root{${both()}}}`,
    `@media print{:root:root:root:root{color-scheme:light;${plain("light")}}}`,
  ].join("\n");
}
