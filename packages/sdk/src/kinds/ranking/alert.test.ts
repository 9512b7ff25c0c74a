import { describe, expect, test } from "vitest";
import { layOut, SMALL_WORLD } from "../../../test/write-tables.ts";
import { alert, checkedAlert } from "./alert.ts";
import { bufferSource } from "../../reader/byte-source.ts";
import { openTables } from "../../worlds/index.ts";

const { layout, files } = layOut(SMALL_WORLD);
const [first, , last] = openTables(layout, (file) => bufferSource(files.get(file)!)).accounts;

describe("an alert", () => {
  test("takes transactions, events and ids as evidence, each once", () => {
    const made = alert({
      score: 0.5,
      role: "mule",
      findings: [{ indicator: "third-party-cash", evidence: [...last.transactions, ...last.transactions, ...last.events, 4] }],
    });
    expect(made.findings).toEqual([{ indicator: "third-party-cash", evidence: [11, 12, 13, 21, 22, 4] }]);
    expect(made.account).toBeNull();
    expect(alert({ score: 0, account: last }).account).toBe(2);
  });

  test("takes findings by indicator, and leaves out one without evidence", () => {
    const made = alert({ score: 1, findings: { "third-party-cash": last.transactions, "many-rides": undefined } });
    expect(made.findings).toEqual([{ indicator: "third-party-cash", evidence: [11, 12, 13] }]);
    expect(() => checkedAlert({ score: 1, findings: { "many-ride": [1] } }, null)).toThrow('did you mean "many-rides"?');
    expect(() => checkedAlert({ score: 1, findings: 7 }, null)).toThrow("expected a list as findings, found 7");
  });

  test.each<[string, object, string, string]>([
    ["a score above 1", { score: 1.5 }, "expected a score from 0 to 1, found 1.5", "trouvé 1.5"],
    ["NaN", { score: Number.NaN }, "found NaN", "trouvé NaN"],
    ["no score", {}, "found undefined", "score de 0 à 1"],
    ["a role that is not one", { score: 1, role: "controler" }, 'did you mean "controller"?', "vouliez-vous dire"],
    [
      "a misspelt indicator",
      { score: 1, findings: [{ indicator: "third-party-cahs", evidence: [] }] },
      'did you mean "third-party-cash"?',
      "«\u00a0third-party-cash\u00a0»",
    ],
    [
      "a digital indicator",
      { score: 1, findings: [{ indicator: "threats", evidence: [] }] },
      'found "threats"',
      "indicateur financier",
    ],
    [
      "an indicator twice",
      {
        score: 1,
        findings: [
          { indicator: "many-rides", evidence: [1] },
          { indicator: "many-rides", evidence: [2] },
        ],
      },
      "twice",
      "deux fois",
    ],
    [
      "evidence that is one row",
      { score: 1, findings: [{ indicator: "many-rides", evidence: 7 }] },
      "expected a list as evidence",
      "liste attendue",
    ],
    [
      "evidence that is no id",
      { score: 1, findings: [{ indicator: "many-rides", evidence: ["t-1"] }] },
      'found "t-1"',
      "une opération",
    ],
    [
      "rows of two accounts",
      { score: 1, findings: [{ indicator: "many-rides", evidence: [first.transactions[0], last.transactions[0]] }] },
      "found a row of account 2",
      "compte 2",
    ],
    [
      "rows of another account",
      { account: 1, score: 1, findings: [{ indicator: "many-rides", evidence: [first.transactions[0]] }] },
      "expected evidence of account 1",
      "du compte 0",
    ],
  ])("is refused in both languages: %s", (_, request, english, french) => {
    const message = (() => {
      try {
        return JSON.stringify(checkedAlert(request, null));
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toContain(english);
    expect(message).toContain(french);
  });

  test("made by another copy of the SDK is taken as its own", () => {
    const copy: unknown = JSON.parse(
      JSON.stringify(alert({ score: 1, findings: [{ indicator: "many-rides", evidence: last.events }] })),
    );
    expect(checkedAlert(copy, 2)).toEqual({
      ...alert({ score: 1, findings: [{ indicator: "many-rides", evidence: [21, 22] }] }),
      account: 2,
      evidenceAccount: 2,
    });
    expect(() => checkedAlert(copy, 0)).toThrow("of account 0 alone");
  });
});
