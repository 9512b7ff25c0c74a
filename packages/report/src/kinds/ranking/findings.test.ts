import { describe, expect, it } from "vitest";
import { CHALLENGE, DETAILS, MISTAKES } from "../../../test/sample-run.ts";
import { costSentences } from "./cost-sentences.ts";
import { curveFinding, harmSentence, misnamedSentence } from "./findings.ts";
import { mistakeWords } from "./mistakes.ts";

describe("findings", () => {
  it("the curve's counts within the budget", () => {
    expect(curveFinding("en", { budget: 50, alerts: 212, hits: 31 })).toBe("Of your first 50 alerts, 31 are right");
    expect(curveFinding("fr", { budget: 50, alerts: 212, hits: 0 })).toBe("De vos 50 premières alertes, 0 est juste");
    expect(curveFinding("en", { budget: 50, alerts: 1, hits: 1 })).toBe("Your only alert within the budget is right");
    expect(curveFinding("en", { budget: 50, alerts: 0, hits: 0 })).toBe("No alert was raised, so nothing was found");
  });

  it("harm is told in people", () => {
    expect(harmSentence("en", { group: "newcomers-sending-money-home", members: 41, flagged: 7 }, CHALLENGE)).toBe(
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

describe("what lawful people bear", () => {
  const worth = { points: 48, budget: 50 };

  it("is told in two sentences, then by the group that costs most and what one person spared would gain, then the next", () => {
    const [rule, most, then] = costSentences("en", DETAILS.groups, CHALLENGE, worth);
    expect(rule).toBe(
      "Every group of lawful people that you bother costs. Bothering one group hard costs more than a few people here and there.",
    );
    expect(most).toMatch(/^Costs most: 7 of 41 .* would have been questioned\. One of them spared would gain \d+\.\d points?\.$/);
    expect(then).toMatch(/^Then: 4 of 36 /);
    const [règle, premier] = costSentences("fr", DETAILS.groups, CHALLENGE, worth);
    expect(règle).toMatch(/^Chaque groupe de gens honnêtes que vous dérangez coûte des points\. En déranger un seul à fond/);
    expect(premier).toMatch(
      /^Coûte le plus cher\u00a0: 7 .* sur 41 |^Coûte le plus cher\u00a0: .*rapporterait \d+,\d points?\.$/,
    );
  });

  it("is no sentence where nobody is bothered, and no gain where nothing scores", () => {
    const nobody = DETAILS.groups.map((group) => ({ ...group, flagged: 0, rate: 0 }));
    expect(costSentences("en", nobody, CHALLENGE, worth)).toEqual([]);
    expect(costSentences("en", DETAILS.groups, CHALLENGE, { ...worth, points: 0 })[1]).not.toContain("spared");
  });
});

describe("a mistake", () => {
  it("says what happened, and what to look for", () => {
    const [missed, falseAlarm, wrongReason] = MISTAKES.map((mistake) => mistakeWords(mistake, CHALLENGE, "en"));
    expect(missed).toMatchObject({ sort: "Missed", subject: "Account 4711", place: "place 212 in your order" });
    expect(missed.sentence).toMatch(/though it is an exploited person\. Signs to find: /);
    expect(falseAlarm.sentence).toMatch(/^This is one of the newcomers who send money home, and lawful/);
    expect(wrongReason.sentence).toContain("You called the holder a controller; in truth it is an exploited person.");
    expect(wrongReason.signs[0].words).toBe("1 of 8 pieces of evidence cited, 5 cited in error");
    expect(mistakeWords(MISTAKES[2], CHALLENGE, "fr").signs[0].words).toMatch(/1 sur 8, 5 cités à tort$/);
  });

  it("falls back where a role is none of the world's", () => {
    const mistake = { ...MISTAKES[0], role: { named: null, planted: "constructor" } };
    expect(mistakeWords(mistake, CHALLENGE, "en").sentence).toContain("though it is another role.");
  });
});
