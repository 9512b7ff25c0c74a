import { describe, expect, test } from "vitest";
import {
  INDICATORS,
  INDICATOR_IDS,
  MONEY_INDICATOR_IDS,
  indicator,
  isIndicatorId,
  isMoneyIndicator,
  nearestIndicator,
} from "./catalogue.ts";
import { CATALOGUE_NOTICE, INDICATOR_GROUPS, LOOK_ALIKES, SOURCES } from "./index.ts";

describe("the catalogue", () => {
  test("holds 75 indicators: 50 of money, 20 digital, 5 counter, with unique ids and codes", () => {
    const count = (kind: string) => INDICATORS.filter((row) => row.kind === kind).length;
    expect([count("money"), count("digital"), count("counter")]).toEqual([50, 20, 5]);
    expect(new Set(INDICATOR_IDS).size).toBe(75);
    expect(new Set(INDICATORS.map((row) => row.code)).size).toBe(75);
    expect(MONEY_INDICATOR_IDS).toEqual(INDICATORS.filter((row) => row.kind === "money").map((row) => row.id));
  });

  test("has a label in each language on every row, and they differ", () => {
    for (const row of INDICATORS) {
      expect(row.label.en.length, row.id).toBeGreaterThan(10);
      expect(row.label.fr.length, row.id).toBeGreaterThan(10);
      expect(row.label.fr).not.toBe(row.label.en);
    }
  });

  test("puts a no-break space where Canadian French asks for one", () => {
    const french = [...INDICATORS.map((row) => row.label.fr), CATALOGUE_NOTICE.fr];
    for (const text of french) {
      expect(text).not.toMatch(/ [:»%$]|« |\u00a0[;!?]| [;!?]/);
    }
  });

  test("uses every source, look-alike and group that it defines", () => {
    expect(new Set(INDICATORS.flatMap((row) => row.sources))).toEqual(new Set(Object.keys(SOURCES)));
    expect(new Set(INDICATORS.flatMap((row) => row.lookAlikes))).toEqual(new Set(Object.keys(LOOK_ALIKES)));
    expect(new Set(INDICATORS.map((row) => row.group))).toEqual(new Set(Object.keys(INDICATOR_GROUPS)));
  });

  test("cites a source only where it was read, and leaves the others project-defined", () => {
    expect(indicator("small-ad-payments").sources).toEqual(["fintrac-2016", "fincen-2014", "fintrac-2021"]);
    expect(indicator("contact-in-ads").sources).toEqual(["fincen-2020"]);
    expect(INDICATORS.some((row) => row.sources.length === 0)).toBe(true);
  });

  test.each([
    ["cash-nite-or-many-cities", "cash-night-or-many-cities"],
    ["Third_Party_Cash", "third-party-cash"],
    ["threads", "threats"],
    ["entirely-something-else-again", null],
    ["", null],
  ])("takes %j for %j", (text, meant) => {
    expect(nearestIndicator(text)).toBe(meant);
  });

  test("tells money indicators from others, and names from accidents of objects", () => {
    expect(isMoneyIndicator("third-party-cash")).toBe(true);
    expect(isMoneyIndicator("threats")).toBe(false);
    expect(isIndicatorId("threats")).toBe(true);
    for (const value of ["toString", "__proto__", "constructor", 7, null]) expect(isIndicatorId(value)).toBe(false);
  });

  test("names the originals in both languages of its notice", () => {
    for (const text of [CATALOGUE_NOTICE.en, CATALOGUE_NOTICE.fr]) {
      for (const name of ["FINTRAC-2016-OA003", "FINTRAC-2021-OA001", "FIN-2014-A008", "FIN-2020-A008", "AUSTRAC", "HTCDS"]) {
        if (name !== "HTCDS" || text === CATALOGUE_NOTICE.fr) expect(text).toContain(name);
      }
    }
  });
});
