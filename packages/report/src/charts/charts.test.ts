import { describe, expect, it } from "vitest";
import type { RankingDetails } from "@vigie/spec/ranking";
import { LANGUAGES } from "@vigie/spec";
import { readXml } from "../../test/well-formed.ts";
import { CHALLENGE, DETAILS, SCORE } from "../../test/sample-run.ts";
import { chartsCss } from "../charts-css.ts";
import { faviconSvg, icon, mark, verdictIcon } from "../icons.ts";
import { groupHarmChart } from "../kinds/ranking/groups-chart.ts";
import { precisionRecallCurve } from "../kinds/ranking/precision-recall.ts";
import { signRows } from "../kinds/ranking/sign-rows.ts";
import { wrapped, type Picture } from "../picture.ts";
import { axisTicks, scoreAxis, type Axis } from "./axis.ts";
import { boardShapes, ownScoreShape, partBar, penaltyBar, scoreWhisker, sparkline } from "./board-row.ts";
import { evidenceMark } from "./evidence-mark.ts";
import { scoreWaterfall } from "./waterfall.ts";

const AXIS: Axis = { min: 0, max: 70, ticks: [0, 20, 40, 60] };
const WORTH = { points: SCORE.points, budget: DETAILS.budget };
const HOSTILE = `</text><script>alert("x")</script> & 'quotes' \u0000\ud800`;
const EMPTY: RankingDetails = { ...DETAILS, alerts: 0, hits: 0, positives: 0, groups: [], indicators: [], curve: [] };
const ONE: RankingDetails = { ...DETAILS, alerts: 1, hits: 1, curve: [{ recall: 0.02, precision: 1, alerts: 1 }] };
const NOT_FINITE: RankingDetails = {
  ...DETAILS,
  hits: 0,
  alerts: 5,
  curve: [{ recall: Number.NaN, precision: Number.POSITIVE_INFINITY, alerts: 3 }],
};

const PICTURES: readonly (readonly [string, (lang: "en" | "fr") => Picture])[] = [
  ["the curve", (lang) => precisionRecallCurve(DETAILS, lang)],
  ["a curve of nothing", (lang) => precisionRecallCurve(EMPTY, lang)],
  ["a curve of one alert", (lang) => precisionRecallCurve(ONE, lang)],
  ["a curve of numbers that are none", (lang) => precisionRecallCurve(NOT_FINITE, lang)],
  ["the waterfall", (lang) => scoreWaterfall(SCORE, CHALLENGE, lang)],
  ["a waterfall of a hidden split", (lang) => scoreWaterfall({ ...SCORE, points: 49 }, CHALLENGE, lang, { decimals: 0 })],
  ["a waterfall without penalties", (lang) => scoreWaterfall({ ...SCORE, penalties: {} }, { ...CHALLENGE, penalties: [] }, lang)],
  [
    "a waterfall below zero",
    (lang) =>
      scoreWaterfall(
        {
          points: -4,
          low: -9,
          high: 2,
          parts: { ranking: -0.1, budget: -0.01, indicators: 0, evidence: 0, roles: 0 },
          penalties: { harm: 0.5 },
        },
        CHALLENGE,
        lang,
      ),
  ],
  ["the groups", (lang) => groupHarmChart(DETAILS.groups, CHALLENGE, lang, WORTH)],
  [
    "groups of hostile names",
    (lang) =>
      groupHarmChart([{ group: HOSTILE, members: 0, flagged: 0, rate: Number.NaN, judged: true }], CHALLENGE, lang, WORTH),
  ],
  ["no groups", (lang) => groupHarmChart([], CHALLENGE, lang, null)],
  ["the indicators", (lang) => signRows(DETAILS.indicators, lang)],
  ["indicators by the thousand", (lang) => signRows([{ indicator: HOSTILE, planted: 5000, found: 4000.5, wrong: 1200 }], lang)],
  ["no indicators", (lang) => signRows([], lang)],
  ["a team's whisker", (lang) => scoreWhisker({ score: 62, interval: [56, 68], axis: AXIS, baseline: false }, lang)],
  ["a baseline's whisker", (lang) => scoreWhisker({ score: 0, interval: [-3, 4], axis: AXIS, baseline: true }, lang)],
  ["no score", (lang) => scoreWhisker({ score: null, interval: null, axis: { ...AXIS, max: 0 }, baseline: false }, lang)],
  ["the axis", (lang) => axisTicks(AXIS, lang)],
  ["a part", (lang) => partBar(0.61, lang)],
  ["a part below chance", (lang) => partBar(-0.2, lang)],
  ["harm", (lang) => penaltyBar(0.12, lang)],
  ["a sparkline", (lang) => sparkline([12, 20, 20, 41], lang)],
  ["a sparkline of one", (lang) => sparkline([7], lang)],
  ["a sparkline of none", (lang) => sparkline([], lang)],
];

describe.each(LANGUAGES)("pictures in %s", (lang) => {
  it.each(PICTURES)("%s is well-formed, finite and inert", (_, draw) => {
    const { svg, summary } = draw(lang);
    const names = readXml(svg);
    expect(names[0]).toBe("svg");
    expect(names).not.toContain("script");
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null|style=|#[0-9a-f]{3}/);
    expect(summary.length).toBeGreaterThan(0);
    expect(summary).not.toMatch(/NaN|Infinity|undefined|\{\{/);
  });

  it.each(PICTURES)("%s says what it shows, or stands beside figures and is hidden", (_, draw) => {
    const { svg } = draw(lang);
    if (svg.includes('aria-hidden="true"')) return;
    const [, title, desc] = /aria-labelledby="([^" ]+)[^"]*? ([^" ]+)"/.exec(svg) ?? [];
    expect(svg).toContain(`<title id="${title}">`);
    expect(svg).toContain(`<desc id="${desc}">`);
    expect(svg).toContain('role="img"');
  });

  it.each(PICTURES)("%s keeps every share within the picture and every class within the stylesheet", (_, draw) => {
    const { svg } = draw(lang);
    for (const [, share] of svg.matchAll(/(-?[\d.]+)%"/g)) {
      expect(Number(share)).toBeGreaterThanOrEqual(0);
      expect(Number(share)).toBeLessThanOrEqual(100);
    }
    for (const [, names] of svg.matchAll(/class="([^"]*)"/g)) expect(names).toMatch(/^vg-|^vg /);
  });
});

describe("what is drawn", () => {
  it("a whisker spans its interval on the common axis", () => {
    const { svg, summary } = scoreWhisker({ score: 35, interval: [28, 42], axis: { ...AXIS, max: 70 }, baseline: false }, "en");
    expect(svg).toContain('x1="40%" x2="60%"');
    expect(svg).toContain('cx="50%"');
    expect(summary).toBe("35, likely between 28 and 42");
  });

  it("a row points at shapes that stand once in its page, and at one's own score where that is known", () => {
    const { svg } = scoreWhisker({ score: 35, interval: [28, 42], axis: AXIS, baseline: false }, "en");
    const shapes = boardShapes(AXIS) + ownScoreShape(AXIS, 49);
    const asked = [...svg.matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id);
    expect(asked).toEqual(["vg-axis", "vg-mine", "vg-cap", "vg-cap"]);
    for (const id of asked) expect(shapes).toContain(`id="${id}"`);
    expect(ownScoreShape(AXIS, 49)).toContain('x1="70%" x2="70%"');
    expect(boardShapes(AXIS)).not.toContain("vg-mine");
    for (const picture of [boardShapes(AXIS), ownScoreShape(AXIS, 49)]) expect(readXml(picture)[0]).toBe("svg");
  });

  it("a line of attempts steps where the best changed, and is no longer for those that changed nothing", () => {
    const few = sparkline([12, 20, 41], "en");
    const many = sparkline([12, ...Array<number>(60).fill(20), 41], "en");
    expect(many.svg.length).toBeLessThan(few.svg.length + 12);
    expect(many.summary).toBe(few.summary);
  });

  it("a ring was planted, a dot was cited, a crossed dot was wrongly cited", () => {
    expect(evidenceMark("found")).toMatch(/vg-ring.*vg-cited/);
    expect(evidenceMark("missed")).not.toContain("vg-cited");
    expect(evidenceMark("wrong")).toContain("vg-cross");
  });

  it("indicators show one mark for each time, and one for several when there are too many", () => {
    const { svg } = signRows([{ indicator: "several-rents", planted: 5, found: 2, wrong: 1 }], "en");
    const rows = svg.slice(0, svg.lastIndexOf(">found<"));
    expect(rows.match(/vg-ring/g)?.length).toBe(6); // five, and the key's first
    expect(signRows([{ indicator: "several-rents", planted: 500, found: 200, wrong: 1 }], "en").svg).toContain(
      "Each mark stands for 12",
    );
  });

  it("the judged group that costs most comes first and says what one person spared would gain", () => {
    const { svg } = groupHarmChart(DETAILS.groups, CHALLENGE, "en", WORTH);
    expect(svg.indexOf("7 of 41")).toBeLessThan(svg.indexOf("4 of 36"));
    expect(svg).toContain("costs most: one person spared would gain");
    expect(groupHarmChart(DETAILS.groups, CHALLENGE, "fr", null).svg).toMatch(/le groupe le plus touché\s: celui qui compte/);
    expect(svg.match(/too small to be judged/g)?.length).toBe(1);
  });

  it("the axis ends at a round number and never beyond 100", () => {
    expect(scoreAxis([{ score: 62, interval: [56, 68] }]).max).toBe(70);
    expect(scoreAxis([{ score: 97, interval: [90, 104] }]).max).toBe(100);
    expect(scoreAxis([])).toMatchObject({ min: 0, max: 20 });
  });

  it("labels are cut into lines of about the same length, and leave no word alone", () => {
    expect(wrapped("7 of 41 people who share rent", 24)).toEqual(["7 of 41 people", "who share rent"]);
    expect(wrapped("short", 24)).toEqual(["short"]);
    expect(wrapped("x".repeat(60), 24)).toEqual(["x".repeat(60)]);
  });

  it("two different charts have different ids without being told", () => {
    const id = (svg: string): string | undefined => /id="([^"]+)"/.exec(svg)?.[1];
    expect(id(precisionRecallCurve(DETAILS, "en").svg)).not.toBe(id(precisionRecallCurve(ONE, "en").svg));
  });
});

describe("icons and stylesheet", () => {
  it("are well-formed", () => {
    for (const svg of [icon("check"), icon("phone", 24), mark(16), mark(64, "Vigie"), faviconSvg(), verdictIcon("time_limit")])
      readXml(svg.replace(/ xmlns="[^"]*"/, ""));
    expect(chartsCss().split("{").length).toBe(chartsCss().split("}").length);
  });

  it("styles every class that a picture uses", () => {
    const css = chartsCss();
    const used = new Set(
      PICTURES.flatMap(([, draw]) => [...draw("en").svg.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names.split(" "))),
    );
    const frames = ["vg-waterfall", "vg-groups", "vg-signs", "vg-whisker", "vg-ticks", "vg-part", "vg-spark"];
    for (const name of used) if (!frames.includes(name)) expect(css).toContain(`.${name}`);
  });
});
