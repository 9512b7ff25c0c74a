import { describe, expect, it } from "vitest";
import type { BoundedMeasure } from "@vigie/audit";
import { promiseTable } from "./promise-table.ts";
import { speaker } from "./say.ts";

const both = (text: string) => ({ en: text, fr: text });

function measure(title: string, within: boolean | null, auc: number | null): BoundedMeasure {
  return { title: both(title), observed: { en: "0.5", fr: "0,5" }, bounds: both("0 … 1"), within, auc };
}

const ROWS = [measure("kept", true, 0.512), measure("broken", false, 0.9), measure("told", null, null)];

describe("the table of promises", () => {
  it.each([
    ["en", "within", "OUTSIDE", "0.51"],
    ["fr", "tenue", "HORS BORNES", "0,51"],
  ] as const)("in %s says of each what was found, and whether it lies within", (language, within, outside, auc) => {
    const lines = promiseTable(ROWS, { language, say: speaker(language) }).split("\n");
    const lineOf = (title: string): string => lines.find((line) => line.includes(title)) ?? "";
    expect(lineOf("kept")).toMatch(new RegExp(`${auc} .*${within}`));
    expect(lineOf("broken")).toContain(outside);
    expect(lineOf("told")).not.toMatch(new RegExp(`${within}|${outside}`));
  });
});
