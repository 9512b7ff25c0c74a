import { expect, it } from "vitest";
import { judgePage, pythonSentence } from "./python-offer.ts";
import { speaker } from "./say.ts";

const OFFER = {
  version: "3.11.2",
  packages: [
    { name: "numpy", version: "1.24.2" },
    { name: "pandas", version: null },
  ],
};

it("says in both languages what the judge has and what it has not", () => {
  expect(pythonSentence(OFFER, speaker("en"))).toBe(
    "Python 3.11.2 with its standard library. Packages: numpy 1.24.2, no pandas.",
  );
  expect(pythonSentence(OFFER, speaker("fr"))).toBe(
    "Python 3.11.2 et sa bibliothèque standard. Modules offerts\u00a0: numpy 1.24.2, sans pandas.",
  );
  expect(judgePage(null)).toMatch(/Python is not available\.[\s\S]+Python n’est pas offert\./);
});
