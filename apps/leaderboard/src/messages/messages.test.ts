/** Every sentence stands in both languages, once, and is said somewhere; templates hold no words of their own. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

const SRC = join(import.meta.dirname, "..");
const VIEWS = join(SRC, "../assets/views");

function filesIn(folder: string, ending: RegExp): { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => ending.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** The same in both languages. */
const NAMES = ["Vigie", "CSV", "JSON", "Lines"];

const SOURCES = filesIn(SRC, /(?<!\.test)\.ts$/).filter(({ path }) => !path.startsWith("messages/"));
const TEMPLATES = filesIn(VIEWS, /\.hbs$/);

/** Asked for only where there is something to count. */
const NEVER_OF_NOTHING = [
  "act.pause-judging.effect",
  "act.resume-judging.effect",
  "check.deviceDone",
  "check.submissionDone",
  "codes.lead",
  "codes.sureHelp",
  "console.allTeams",
  "console.needs",
  "console.teamsFine",
  "dryRun.robots",
  "home.challenges",
  "home.challengesLead",
  "organize.printWithout",
  "problem.errors",
  "queue.errors",
  "queue.others",
  "run.mistakes",
  "setUp.faults",
  "setUp.fileKept",
  "why.waiting",
];

/** `"a.b"` of a plural's two forms alike. */
const stemOf = (key: string): string => key.replace(/_(one|other)$/, "");

const placesIn = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();

describe("a sentence", () => {
  it.each(["en", "fr"])("of %s stands in one file only: a second one of its key would silently win", (lang) => {
    const files = filesIn(import.meta.dirname, new RegExp(`^(\\w[\\w-]*\\.)?${lang}\\.ts$`));
    const keys = files.flatMap(({ text }) => [...text.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(keys.toSorted()).toEqual(Object.keys(lang === "en" ? en : fr).toSorted());
  });

  it("is there in both languages, with words", () => {
    expect(Object.keys(fr).toSorted()).toEqual(Object.keys(en).toSorted());
    expect(Object.entries({ ...en, ...fr }).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("has apostrophes and quotation marks of its language", () => {
    expect(Object.entries(fr).filter(([, text]) => /['"“”]/.test(text))).toEqual([]);
    expect(Object.entries(en).filter(([, text]) => /['"«»]/.test(text))).toEqual([]);
  });

  it("has the same places for values in both, where a singular may say its number as a word", () => {
    const places = (text: string, key: string): string[] =>
      placesIn(text).filter((place) => !(key.endsWith("_one") && place === "{{count}}"));
    const other = Object.entries<string>(en).filter(([key, text]) => {
      return places(text, key).join() !== places(Object.entries(fr).find(([one]) => one === key)?.[1] ?? "", key).join();
    });
    expect(other.map(([key]) => key)).toEqual([]);
  });

  it("in French counts nothing as it counts one: a singular without its number is never said of nothing", () => {
    const wordy = Object.entries<string>(fr).filter(([key, text]) => key.endsWith("_one") && placesIn(text).length === 0);
    expect(wordy.map(([key]) => stemOf(key)).filter((key) => !NEVER_OF_NOTHING.includes(key))).toEqual([]);
  });

  it("with a plural has both of its forms", () => {
    const plurals = Object.keys(en).filter((key) => stemOf(key) !== key);
    expect(plurals.filter((key) => !(`${stemOf(key)}_one` in en && `${stemOf(key)}_other` in en))).toEqual([]);
  });

  it("is said by some page", () => {
    const source = SOURCES.map(({ text }) => text).join("\n");
    const said = new Set([...source.matchAll(/["'`]([\w-]+(?:\.[\w-]+)+)["'`]/g)].map(([, key]) => key));
    const shapes = [...source.matchAll(/`(\w+\.[\w.-]*\$\{[^`]*)`/g)].map(
      ([, shape]) => new RegExp(`^${shape.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[\\w.-]+")}$`),
    );
    const shown = new Set(TEMPLATES.flatMap(({ text }) => [...text.matchAll(/\bt\.(\w+)/g)].map(([, key]) => key)));
    const silent = [...new Set(Object.keys(en).map(stemOf))].filter(
      (key) => !said.has(key) && !shown.has(key.replace(/[.-]/g, "_")) && !shapes.some((shape) => shape.test(key)),
    );
    expect(silent).toEqual([]);
  });
});

describe("a template", () => {
  it.each(TEMPLATES.map(({ path, text }) => [path, text]))("%s asks only for sentences that there are", (_path, text) => {
    const known = new Set(Object.keys(en).map((key) => key.replace(/[.-]/g, "_")));
    expect([...text.matchAll(/\bt\.(\w+)/g)].map(([, key]) => key).filter((key) => !known.has(key))).toEqual([]);
  });

  it.each(TEMPLATES.map(({ path, text }) => [path, text]))("%s holds no words of its own", (_path, text) => {
    const plain = text.replace(/\{\{\{?[^}]*\}?\}\}/g, "").replace(/<(code|svg)\b[^]*?<\/\1>/g, "");
    const told = [...plain.matchAll(/\b(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, words]) => words);
    const visible = plain.replace(/<[^>]*>/g, " ").replace(/&\w+;/g, " ");
    expect(visible, "French puts a space before them").not.toMatch(/[:;?!%]/);
    const words = [visible, ...told].join(" ").match(/\p{L}{2,}/gu) ?? [];
    expect(words.filter((word) => !NAMES.includes(word))).toEqual([]);
  });
});
