/**
 * The colours that every page and picture uses, in OKLCH as "lightness chroma hue".
 *
 * Contrasts against paper are computed from here in the tests. Verdict colours never speak alone: each comes with its
 * icon and its word. The lamp means "you" or "live" and nothing else.
 */
export interface ColourToken {
  readonly light: string;
  readonly dark: string;
}

function colour(light: string, dark: string = light): ColourToken {
  return { light, dark };
}

export const COLOURS = {
  paper: colour(".984 .004 215", ".188 .024 238"),
  raised: colour("1 0 0", ".226 .026 238"),
  sunk: colour(".958 .007 215", ".155 .022 238"),
  ink: colour(".235 .03 240", ".935 .012 215"),
  muted: colour(".468 .024 232", ".735 .022 222"),
  line: colour(".902 .009 220", ".305 .024 236"),
  edge: colour(".63 .02 225", ".545 .026 230"),
  quiet: colour(".615 .02 228", ".56 .024 230"),
  accent: colour(".45 .074 205", ".80 .085 195"),
  "on-accent": colour(".99 .005 200", ".19 .03 230"),
  "accent-wash": colour(".952 .02 200", ".272 .036 215"),
  lamp: colour(".64 .138 64", ".835 .135 80"),
  "lamp-ink": colour(".475 .105 62", ".845 .125 82"),
  "lamp-wash": colour(".966 .032 88", ".27 .03 86"),
  good: colour(".46 .09 158", ".80 .11 160"),
  warn: colour(".50 .125 48", ".80 .115 58"),
  bad: colour(".485 .15 22", ".775 .115 22"),
  ours: colour(".47 .10 295", ".80 .085 300"),
  night: colour(".225 .036 236", ".228 .034 236"),
  "night-ink": colour(".945 .012 215"),
  "night-muted": colour(".765 .03 215"),
  "night-accent": colour(".80 .085 195"),
  "night-lamp": colour(".835 .135 80"),
} as const satisfies Readonly<Record<string, ColourToken>>;

export type ColourName = keyof typeof COLOURS;

/** Series of data, in this order (Okabe and Ito's palette, darker on light paper where 3:1 asks for it). */
export const DATA_COLOURS: readonly ColourToken[] = [
  colour("#0072b2"),
  colour("#d55e00"),
  colour("#009e73"),
  colour("#c573a1", "#cc79a7"),
  colour("#c37e00", "#e69f00"),
  colour("#3496c9", "#56b4e9"),
];

/** Lengths and type: root 17 px, a scale of 1.2, nothing below 13.6 px. */
export const MEASURES = {
  sans: '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif',
  mono: '"Source Code Pro Variable", "Source Code Pro", ui-monospace, monospace',
  root: "106.25%",
  "text-small": ".833rem",
  text: "1rem",
  "text-1": "1.2rem",
  "text-2": "1.44rem",
  "text-3": "1.728rem",
  "text-4": "2.074rem",
  "text-5": "2.488rem",
  "text-6": "2.986rem",
  "space-1": "4px",
  "space-2": "8px",
  "space-3": "12px",
  "space-4": "16px",
  "space-5": "24px",
  "space-6": "32px",
  "space-7": "48px",
  "space-8": "64px",
  page: "1264px",
  prose: "68ch",
  radius: "6px",
} as const;
