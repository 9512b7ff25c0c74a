import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@vigie/spec";
import { readXml } from "../test/well-formed.ts";
import { CHALLENGE, HELP_LINE, PRACTICE } from "../test/sample-run.ts";
import { resourceRows, runReportHtml, type RunPage } from "./run-page.ts";

const PAGE: RunPage = {
  name: "my-team",
  challenge: CHALLENGE,
  verdict: "accepted",
  reason: "accepted",
  practice: PRACTICE,
  helpLine: HELP_LINE,
};

const FAILED: RunPage = {
  ...PAGE,
  name: "<img src=x onerror=alert(1)>",
  verdict: "wrong_output",
  reason: "wrong_output",
  practice: {
    kind: "ranking",
    score: null,
    details: null,
    mistakes: [],
    fault: { code: "not-json", line: 3, found: "<script>alert(1)</script>" },
    log: "</pre><script>alert(2)</script>",
    logTruncated: true,
    resources: { wallMs: 10, cpuMs: null, memoryPeakMiB: null, outputBytes: 0, logBytes: 0 },
  },
};

function body(html: string): string {
  return html.slice(html.indexOf("<body>"), html.indexOf("</html>"));
}

describe.each(LANGUAGES)("the page of a practice run in %s", (lang) => {
  it.each([
    ["accepted", PAGE],
    ["failed", FAILED],
  ])("%s is well-formed and needs nothing from elsewhere", (_, page) => {
    const html = runReportHtml(page, lang);
    const names = readXml(body(html));
    expect(names).not.toContain("script");
    expect(names).not.toContain("img");
    expect(names.filter((name) => name === "h1")).toHaveLength(1);
    expect(html).not.toMatch(/https?:|url\(|@import|NaN|undefined|\{\{/);
    expect(html).toContain(`<html lang="${lang}-CA">`);
  });

  it("no id stands twice", () => {
    const ids = [...runReportHtml(PAGE, lang).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("resourceRows", () => {
  it("sets what was used beside its limit, and says where it was not measured", () => {
    const rows = resourceRows(
      "fr",
      { wallMs: 4120, cpuMs: null, memoryPeakMiB: 312, outputBytes: 640_000, logBytes: 0 },
      CHALLENGE.limits,
    );
    expect(rows.map((row) => row.words.replaceAll("\u00a0", " "))).toEqual([
      "4,1 s sur 30 s",
      "non mesuré ici",
      "312 Mio sur 1 024 Mio",
      "0,6 Mio sur 16 Mio",
    ]);
  });
});
