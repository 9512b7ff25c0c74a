import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@vigie/spec";
import { EMPTY_REALISM, REALISM } from "../../../test/sample-realism.ts";
import { readXml } from "../../../test/well-formed.ts";
import { chartsCss } from "../../charts-css.ts";
import { realismReportHtml } from "./page.ts";
import { formatUnit } from "./units.ts";

function body(html: string): string {
  return html.slice(html.indexOf("<body>"), html.indexOf("</html>"));
}

describe.each(LANGUAGES)("the realism report in %s", (lang) => {
  const html = realismReportHtml(REALISM, lang);

  it.each([
    ["full", html],
    ["empty", realismReportHtml(EMPTY_REALISM, lang)],
  ])("%s is well-formed, inert and needs nothing from elsewhere", (_, page) => {
    const names = readXml(body(page));
    for (const name of ["script", "img", "link"]) expect(names).not.toContain(name);
    expect(names.filter((name) => name === "h1")).toHaveLength(1);
    expect(page).not.toMatch(/https?:|url\(|@import|NaN|Infinity|undefined|\{\{|\b(?:section|column|method|apart|channel)\.\w/);
  });

  it("gives each id once, and its links lead somewhere", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it("uses no class that the charts' stylesheet lacks, and keeps every share within the picture", () => {
    const css = chartsCss();
    for (const [svg] of body(html).matchAll(/<svg class="vg vg-(?:compare|shares|hours|volumes|tail|account|rate)".*?<\/svg>/g)) {
      for (const [, names] of svg.matchAll(/<(?:rect|line|circle|path) class="([^"]*)"/g)) {
        for (const name of names.split(" ")) expect(css, name).toContain(`.${name}`);
      }
      for (const [, share] of svg.matchAll(/"(-?[\d.]+)%"/g)) expect(Number(share)).toBeLessThanOrEqual(100);
    }
  });

  it("says close, off and nothing as the rows do", () => {
    const results = [...html.matchAll(/class="result ([\w-]+)"/g)].map(([, name]) => name);
    expect(results.toSorted()).toEqual(["close", "close", "none", "none", "off-row", "off-row", "off-row"]);
    expect(html.match(/<li><a href="#/g)).toHaveLength(3);
  });

  it("says how well what is behind a row tells rings, where that is known", () => {
    expect(html.match(lang === "en" ? /AUC of rings 0\.51/g : /ASC des réseaux 0,51/g)).toHaveLength(1);
  });
});

describe("a measured value", () => {
  it.each([
    ["cents", 699, "$6.99"],
    ["cents", 2000, "$20"],
    ["cents", 3412, "$34"],
    ["cents", 299_776, "$3,000"],
    ["cents", -1250, "\u2212$12.50"],
    ["share", 0, "0%"],
    ["share", 0.002, "0.2%"],
    ["share", 0.99, "99%"],
    ["count", 5.25, "5.3"],
    ["ratio", -0.014, "\u22120.01"],
    ["days", 6.81, "6.8 days"],
    ["hours", 0.3, "0.30 hours"],
    ["speed", 901.4, "901 km/h"],
  ] as const)("in %s of %d reads %s", (unit, value, words) => {
    expect(formatUnit("en", unit, value)).toBe(words);
  });
});
