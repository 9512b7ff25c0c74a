import { describe, expect, it } from "vitest";
import { FAULT_CODES, LANGUAGES, REASONS, SPLITS, VERDICTS, worldOf } from "@vigie/spec";
import { INDICATOR_IDS } from "@vigie/sdk";
import { CHALLENGE, SCORE } from "../test/sample-run.ts";
import { boardFinding, scoreFinding } from "./findings.ts";
import { indicatorLabel, nameOf } from "./names.ts";
import {
  archiveFaultSentence,
  faultSentence,
  hiddenSentence,
  reasonSentence,
  sandboxMissingSentence,
  splitName,
  verdictName,
  weaknessSentence,
} from "./sentences.ts";

const ARCHIVE_FAULTS = ["not-an-archive", "unsafe-path", "no-manifest", "compiled-code", "empty"] as const;

describe.each(LANGUAGES)("in %s", (lang) => {
  const said = [
    ...VERDICTS.flatMap((verdict) => [verdictName(lang, verdict), hiddenSentence(lang, verdict)]),
    ...REASONS.map((reason) => reasonSentence(lang, reason)),
    ...FAULT_CODES.flatMap((code) => [
      faultSentence(lang, { code }, CHALLENGE),
      faultSentence(lang, { code, line: 12, found: "x", expected: "y" }, CHALLENGE),
    ]),
    ...ARCHIVE_FAULTS.flatMap((code) => [
      archiveFaultSentence(lang, { code }),
      archiveFaultSentence(lang, { code, entry: "a/b" }),
    ]),
    ...SPLITS.map((split) => splitName(lang, split)),
    ...Object.keys(worldOf(CHALLENGE).names).map((id) => nameOf(CHALLENGE, id, lang)),
    ...INDICATOR_IDS.map((id) => indicatorLabel(lang, id)),
    ...["no-cgroup", "no-sandbox", "shared-uid", "engine-as-root", "some-new-one"].map((id) => weaknessSentence(lang, id)),
    ...(["not-linux", "no-bubblewrap", "user-namespaces-forbidden", "does-not-start", "no-container-engine"] as const).map(
      (reason) => sandboxMissingSentence(lang, reason),
    ),
  ];

  it("each verdict, reason, fault and name has its words, with nothing left open", () => {
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
    expect(faultSentence("en", { code: "score-out-of-range", line: 4, found: "1.5", expected: "0 to 1" }, CHALLENGE)).toBe(
      "Line 4: score must lie between 0 and 1. Found: “1.5”. Expected: 0 to 1. Divide by the highest score that you can give.",
    );
    expect(faultSentence("fr", { code: "score-out-of-range", line: 4, found: "1.5" }, CHALLENGE)).toBe(
      "Ligne 4\u00a0: score doit se situer entre 0 et 1. Reçu\u00a0: «\u00a01.5\u00a0». Divisez par le plus haut score que vous pouvez donner.",
    );
  });

  it("is named after the world's subject, in each language's own articles, and keys keep their small letters", () => {
    const said = (lang: "en" | "fr", code: string): string => faultSentence(lang, { code }, CHALLENGE);
    expect(said("en", "subject-not-an-id")).toBe(
      "account must be the account’s number. Pass on account.account as you received it.",
    );
    expect(said("fr", "subject-not-an-id")).toBe(
      "account doit être le numéro du compte. Transmettez account.account tel que reçu.",
    );
    expect(said("en", "doubled-subject")).toMatch(/^An account may have one line only\./);
    expect(said("fr", "unknown-subject")).toBe(
      "Aucun compte des données ne porte ce numéro. Prenez uniquement les numéros de la table accounts.",
    );
    expect(said("fr", "too-many-lines")).toBe("Il y a plus de lignes que de comptes. Écrivez une ligne au plus par compte.");
  });

  it("repeats what a detector printed as it is, never as a template", () => {
    const hostile = "$t(verdict.accepted) {{line}} <b>&";
    expect(faultSentence("en", { code: "not-json", line: 1, found: hostile }, CHALLENGE)).toContain(hostile);
  });

  it("cuts what is overlong", () => {
    expect(archiveFaultSentence("en", { code: "bad-name", found: "x".repeat(5000) }).length).toBeLessThan(300);
  });
});

describe("names", () => {
  it("fall back to the id in words where a group, an indicator or a weakness is unknown", () => {
    expect(nameOf(CHALLENGE, "people-with-boats", "en")).toBe("people with boats");
    expect(nameOf(CHALLENGE, "constructor", "en")).toBe("constructor");
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

  it("the score's names what took points, and nothing where nothing can", () => {
    expect(scoreFinding("en", SCORE, CHALLENGE)).toBe("48.8 points, after 6.9 were taken off for harm");
    expect(scoreFinding("fr", SCORE, CHALLENGE, 0)).toBe("49 points, une fois 7 retranchés pour le tort");
    expect(scoreFinding("en", { ...SCORE, penalties: { harm: 0 } }, CHALLENGE)).toBe(
      "48.8 points, and nothing was taken off for harm",
    );
    expect(scoreFinding("fr", SCORE, { ...CHALLENGE, penalties: [] })).toBe("48,8 points");
  });
});
