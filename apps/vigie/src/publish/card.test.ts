import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findInstallation } from "../places.ts";
import { filledCard } from "./card.ts";

const CARD = "before\n<!-- data:a -->\nold\n<!-- /data -->\nbetween\n<!-- data:b -->\n<!-- /data -->\nafter\n";

function cardOf(language: string): string {
  return readFileSync(join(findInstallation().datasetsDir, "follow-the-money", `card.${language}.md`), "utf8");
}

describe("a data card", () => {
  it("has its blocks filled, and the rest as it was; filling again changes nothing", () => {
    const filled = filledCard(CARD, { a: "| 1 |", b: "two" });
    expect(filled).toBe(
      "before\n<!-- data:a -->\n\n| 1 |\n\n<!-- /data -->\nbetween\n<!-- data:b -->\n\ntwo\n\n<!-- /data -->\nafter\n",
    );
    expect(filledCard(filled, { a: "| 1 |", b: "two" })).toBe(filled);
  });

  it.each([
    ["a marker that nothing fills", CARD, { a: "" }, "“b”"],
    ["a block that has no marker", CARD, { a: "", b: "", c: "" }, "look at c"],
    ["a marker that stands twice", CARD + CARD, { a: "", b: "" }, "look at a, b"],
  ])("is refused for %s", (_, card, blocks, named) => {
    expect(() => filledCard(card, blocks)).toThrow(named);
  });

  it("is the same in both languages: sections, blocks, rows, items and links", () => {
    const shape = (text: string): string[] =>
      text
        .split("\n")
        .map((line) => /^(#+ |- |\d\. |\||<!-- (?:data:[a-z-]+|\/data) -->)/.exec(line)?.[0] ?? "")
        .filter((start) => start !== "");
    expect(shape(cardOf("fr"))).toEqual(shape(cardOf("en")));
    const links = (text: string): string[] =>
      [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to.replace(/\.(en|fr)\./, "."));
    expect(links(cardOf("fr"))).toEqual(links(cardOf("en")));
  });

  it("keeps French typography", () => {
    const text = cardOf("fr").replace(/`[^`]*`|<!--.*?-->|\]\([^)]*\)/g, "");
    expect(text).not.toMatch(/ [:;!?%»]|« |[\u00a0][;!?]/);
    expect(text).not.toMatch(/[a-zé)*]:(?=\s)/);
  });
});
