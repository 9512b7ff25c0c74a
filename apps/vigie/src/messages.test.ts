import { describe, expect, it } from "vitest";
import { en } from "./messages/en.ts";
import { fr } from "./messages/fr.ts";
import { speaker } from "./say.ts";

const RUN = 5;

function words(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/\{\{\w+\}\}/g, " | ")
    .split(/[^\p{L}\p{N}|]+/u)
    .filter((word) => word !== "");
}

function runs(text: string): string[] {
  const all = words(text);
  return all.slice(RUN - 1).map((_, i) => all.slice(i, i + RUN).join(" "));
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe("what the command line says", () => {
  it("is there under the same names in both languages", () => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  });

  it("is written anew in each language: no five words in a row are shared", () => {
    const english = new Set(Object.values(en).flatMap(runs));
    const shared = Object.values(fr)
      .flatMap(runs)
      .filter((run) => !run.includes("|") && english.has(run));
    expect(shared).toEqual([]);
  });

  it.each(Object.keys(en))("takes the same values in both languages: %s", (key) => {
    const pair = [en, fr].map((language) => Object.entries(language).find(([name]) => name === key)?.[1] ?? "");
    expect(placeholders(pair[1])).toEqual(placeholders(pair[0]));
  });

  it("keeps French typography: a no-break space before a colon, none before ; ! ?", () => {
    for (const text of Object.values(fr)) {
      expect(text).not.toMatch(/[^\u00a0\s]:(?=\s|$)| :(?=\s|$)/);
      expect(text).not.toMatch(/[\s\u00a0][;!?]/);
      expect(text).not.toMatch(/«[^\u00a0]|[^\u00a0]»/);
      expect(text).not.toMatch(/'/);
    }
  });

  it("fills in values as they are, without HTML escapes", () => {
    expect(speaker("en")("server.refused", { detail: "a < b & c" })).toBe("The server refused: a < b & c");
    expect(speaker("fr")("start.team", { team: "L’Aube <3" })).toBe("équipe L’Aube <3");
  });
});
