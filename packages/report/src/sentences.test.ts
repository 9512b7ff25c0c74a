import { describe, expect, it } from "vitest";
import { FAULT_CODES, LANGUAGES, LOOKALIKE_GROUPS, PART_IDS, REASONS, SPLITS, VERDICTS } from "@vigie/spec";
import { INDICATOR_IDS, ROLES } from "@vigie/sdk";
import { MISTAKES, DETAILS } from "../test/sample-run.ts";
import {
  boardFinding,
  curveFinding,
  groupFinding,
  harmSentence,
  indicatorFinding,
  misnamedSentence,
  mistakeKind,
  mistakeSentence,
} from "./learning.ts";
import {
  ARCHIVE_FAULT_CODES,
  archiveFaultSentence,
  faultSentence,
  groupName,
  hiddenSentence,
  indicatorLabel,
  partName,
  partQuestion,
  reasonSentence,
  roleName,
  sandboxMissingSentence,
  splitName,
  verdictName,
  weaknessSentence,
} from "./sentences.ts";
import { say } from "./say.ts";

describe.each(LANGUAGES)("in %s", (lang) => {
  const said = [
    ...VERDICTS.flatMap((verdict) => [verdictName(lang, verdict), hiddenSentence(lang, verdict)]),
    ...REASONS.map((reason) => reasonSentence(lang, reason)),
    ...FAULT_CODES.flatMap((code) => [
      faultSentence(lang, { code }),
      faultSentence(lang, { code, line: 12, found: "x", expected: "y" }),
    ]),
    ...ARCHIVE_FAULT_CODES.flatMap((code) => [
      archiveFaultSentence(lang, { code }),
      archiveFaultSentence(lang, { code, entry: "a/b" }),
    ]),
    ...PART_IDS.flatMap((part) => [partName(lang, part), partQuestion(lang, part)]),
    ...ROLES.map((role) => roleName(lang, role)),
    ...SPLITS.map((split) => splitName(lang, split)),
    ...Object.keys(LOOKALIKE_GROUPS).map((id) => groupName(lang, id)),
    ...INDICATOR_IDS.map((id) => indicatorLabel(lang, id)),
    ...["no-cgroup", "no-sandbox", "shared-uid", "engine-as-root", "some-new-one"].map((id) => weaknessSentence(lang, id)),
    ...(["not-linux", "no-bubblewrap", "user-namespaces-forbidden", "does-not-start", "no-container-engine"] as const).map(
      (reason) => sandboxMissingSentence(lang, reason),
    ),
    ...MISTAKES.flatMap((mistake) => [mistakeKind(lang, mistake.kind), mistakeSentence(lang, mistake)]),
    curveFinding(lang, DETAILS),
    groupFinding(lang, DETAILS.groups),
    indicatorFinding(lang, DETAILS.indicators),
    misnamedSentence(lang, DETAILS),
  ];

  it("each verdict, reason, fault, part, role and mistake has its words, with nothing left open", () => {
    for (const text of said) {
      expect(text).not.toMatch(/\{\{|undefined|NaN|^\w+(?:[._-]\w+)*\.\w+$/);
      expect(text.length).toBeGreaterThan(2);
    }
  });

  it("reasons and hidden sentences are one or two short sentences that say what to do", () => {
    for (const reason of REASONS) {
      const text = reasonSentence(lang, reason);
      expect(text.split(/[.!?](?:\s|$)/).filter((part) => part !== "").length).toBeLessThanOrEqual(3);
      expect(text.length).toBeLessThan(150);
    }
  });
});

describe("a fault", () => {
  it("names line, what was expected, what came and what to do next", () => {
    expect(faultSentence("en", { code: "score-out-of-range", line: 4, found: "1.5", expected: "0 to 1" })).toBe(
      "Line 4: score must lie between 0 and 1. Found: “1.5”. Expected: 0 to 1. Divide by the highest score that you can give.",
    );
    expect(faultSentence("fr", { code: "score-out-of-range", line: 4, found: "1.5" })).toBe(
      "Ligne 4\u00a0: score doit se situer entre 0 et 1. Reçu\u00a0: «\u00a01.5\u00a0». Divisez par le plus haut score que vous pouvez donner.",
    );
  });

  it("repeats what a detector printed as it is, never as a template", () => {
    const hostile = "$t(verdict.accepted) {{line}} <b>&";
    expect(faultSentence("en", { code: "not-json", line: 1, found: hostile })).toContain(hostile);
  });

  it("cuts what is overlong", () => {
    expect(archiveFaultSentence("en", { code: "bad-name", found: "x".repeat(5000) }).length).toBeLessThan(300);
  });
});

describe("names", () => {
  it("fall back to the id in words where a group, an indicator or a weakness is unknown", () => {
    expect(groupName("en", "people-with-boats")).toBe("people with boats");
    expect(groupName("en", "constructor")).toBe("constructor");
    expect(indicatorLabel("fr", "not-there")).toBe("not there");
    expect(weaknessSentence("en", "odd")).toContain("(odd)");
  });
});

describe("findings", () => {
  const row = (
    band: number | null,
    score: number | null,
    baseline = false,
  ): { band: number | null; score: number | null; baseline: boolean } => ({ band, score, baseline });

  it("the board's says who leads, and never counts a baseline", () => {
    expect(boardFinding("en", [row(1, 62), row(1, 60), row(null, 59, true), row(1, 58), row(2, 40)])).toBe(
      "Three teams lead, and this test cannot tell them apart",
    );
    expect(boardFinding("fr", [row(1, 62), row(2, 40)])).toBe("Une équipe mène, nettement devant les autres");
    expect(boardFinding("en", [row(1, 62), row(1, 40)])).toBe("This test cannot yet tell the teams apart");
    expect(boardFinding("en", [row(1, 62), row(null, null)])).toBe("One team has a score; the others are on their way");
    expect(boardFinding("fr", [row(null, null), row(null, 54, true)])).toBe("Aucune équipe n’a encore de score");
  });

  it("the curve's counts within the budget", () => {
    expect(curveFinding("en", { budget: 50, alerts: 212, hits: 31 })).toBe("Of your first 50 alerts, 31 are right");
    expect(curveFinding("fr", { budget: 50, alerts: 212, hits: 0 })).toBe("De vos 50 premières alertes, 0 est juste");
    expect(curveFinding("en", { budget: 50, alerts: 1, hits: 1 })).toBe("Your only alert within the budget is right");
    expect(curveFinding("en", { budget: 50, alerts: 0, hits: 0 })).toBe("No alert was raised, so nothing was found");
  });

  it("harm is told in people", () => {
    expect(harmSentence("en", { group: "newcomers-sending-money-home", members: 41, flagged: 7 })).toBe(
      "7 of 41 newcomers who send money home would have been questioned.",
    );
    expect(misnamedSentence("en", { misnamed: 1 / 14, exploitedWithinBudget: 14 })).toContain(
      "1 of the 14 exploited people among your alerts was named",
    );
    expect(misnamedSentence("fr", { misnamed: 0, exploitedWithinBudget: 0 })).toBe(
      "Vos alertes ne comptent aucune personne exploitée.",
    );
  });
});

describe("plurals", () => {
  it("French counts 0 and 1 as singular, and a whole million as plural", () => {
    expect(say("fr", "chart.yourAlerts", { count: 0, alerts: 0 })).toContain("Votre alerte");
    expect(say("fr", "chart.yourAlerts", { count: 1_000_000, alerts: 1_000_000 })).toContain("Vos");
  });
});
