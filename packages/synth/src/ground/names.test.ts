import { describe, expect, it } from "vitest";
import { Sfc32 } from "../chance/sfc32.ts";
import { CITIES } from "./geography.ts";
import { DENIED, MIXES, ORIGINS } from "./name-words.ts";
import { Names } from "./names.ts";

const names = new Names();
const generator = new Sfc32();
const DRAWS = 5000;

function people(city: number): string[] {
  generator.restart(5, 6, 7, 8 + city);
  return Array.from({ length: DRAWS }, () => names.text(names.person(generator.word(), city)));
}

const FRENCH = new Set<string>([...ORIGINS.french.family, ...ORIGINS.acadian.family]);
const familyOf = (name: string) => name.slice(name.indexOf(" ") + 1);
const shareOfFrench = (city: number) => people(city).filter((name) => FRENCH.has(familyOf(name))).length / DRAWS;

describe("names", () => {
  it("are French mostly in Québec, and seldom elsewhere but in New Brunswick and the capital", () => {
    CITIES.forEach(({ name, province }, city) => {
      const share = shareOfFrench(city);
      if (province === "QC") expect(share, name).toBeGreaterThan(name === "Montréal" ? 0.5 : 0.8);
      else expect(share, name).toBeLessThan({ Moncton: 0.6, "Saint John": 0.25, Ottawa: 0.3 }[name] ?? 0.12);
    });
  });

  it("are of many origins in the large cities", () => {
    const families = new Set(people(CITIES.findIndex(({ name }) => name === "Toronto")).map(familyOf));
    for (const id of ["english", "chinese", "southAsian", "filipino", "italian", "arabic", "portuguese"] as const)
      expect(ORIGINS[id].family.filter((family) => families.has(family)).length, id).toBeGreaterThan(15);
  });

  it("are never those of people whom everybody knows", () => {
    const denied = new Set(DENIED);
    expect(denied.size).toBe(DENIED.length);
    const reachable = new Set(
      Object.values(ORIGINS).flatMap(({ family, first }) => first.flatMap((one) => family.map((other) => `${one} ${other}`))),
    );
    expect(DENIED.filter((name) => !reachable.has(name))).toEqual([]);
    const given = [-1, ...CITIES.keys()].flatMap((city) => people(city));
    expect(given.filter((name) => denied.has(name))).toEqual([]);
    // every pair of bits that decides
    const all = new Set<number>();
    for (let family = 0; family < 8192; family++)
      for (let first = 0; first < 1024; first += 3) all.add(names.person(family * 2 ** 19 + first, family % CITIES.length));
    expect([...all].filter((name) => denied.has(names.text(name)))).toEqual([]);
  });

  it("have one number each, densely, with a short form", () => {
    const first = names.list("Atelier Nord 1");
    expect(names.list("Atelier Nord 1")).toBe(first);
    expect(names.size).toBe(first + 1);
    expect(names.size).toBeLessThan(90_000);
    const seen = new Map<string, number>();
    const wrong: string[] = [];
    for (const city of CITIES.keys()) {
      generator.restart(1, 1, 2, city);
      for (let i = 0; i < 1000; i++) {
        const name = names.person(generator.word(), city);
        const [full, short] = [names.text(name), names.text(names.short(name))];
        for (const [text, number] of [
          [full, name],
          [short, names.short(name)],
        ] as const) {
          if (number >= names.size || (seen.get(text) ?? number) !== number) wrong.push(text);
          seen.set(text, number);
        }
        const initial = short.charAt(short.length - 2);
        const words = full.normalize("NFD").split(" ");
        if (!words.slice(1).some((word) => word.startsWith(initial)) || !full.startsWith(short.slice(0, -3))) wrong.push(short);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("come from mixes that name cities, provinces or the rest, and add up", () => {
    const places = new Set([...CITIES.flatMap(({ name, province }) => [name, province]), "elsewhere", "country"]);
    expect(Object.keys(MIXES).filter((place) => !places.has(place))).toEqual([]);
    for (const [place, mix] of Object.entries(MIXES))
      expect(
        Object.values(mix).reduce((a, b) => a + b),
        place,
      ).toBe(100);
  });
});
