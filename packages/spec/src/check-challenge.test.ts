import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { describe, expect, it, vi } from "vitest";
import { checkedChallenge } from "./check-challenge.ts";
import type { KindSpec, Measure } from "./kinds/kind-spec.ts";
import { loadChallenge } from "./load.ts";
import { SpecError } from "./problem.ts";
import type { WorldSpec } from "./worlds/world-spec.ts";

const { BOTH, measure } = vi.hoisted(() => {
  const BOTH = { en: "a", fr: "b" };
  const measure = (id: string, as: Measure["as"], needs: readonly string[], parameters = {}): Measure => {
    return { id, as, name: BOTH, asks: BOTH, needs, parameters };
  };
  return { BOTH, measure };
});

/** A kind and a world beside ours: subjects in two tables, labels that know one thing. */
vi.mock("./kinds/index.ts", async (original) => {
  const { KINDS } = await original<{ KINDS: Record<string, KindSpec> }>();
  const guessing: KindSpec = {
    id: "guessing",
    asks: { guesses: Type.Integer({ minimum: 1 }) },
    caps: {},
    measures: [
      measure("near", "part", ["truths.guess"], { radius: Type.Number({ minimum: 1 }) }),
      measure("far", "part", ["distances"]),
      measure("deep", "part", ["truths.depth"]),
      measure("rude", "penalty", ["truths"]),
    ],
    details: Type.Object({}),
    mistake: Type.Object({}),
    faults: [],
    delivery: "whole",
    problems: () => [],
  };
  return { KINDS: { ...KINDS, guessing } };
});
vi.mock("./worlds/index.ts", async (original) => {
  const { WORLDS } = await original<{ WORLDS: Record<string, WorldSpec> }>();
  const { column, columns } = await import("./worlds/columns.ts");
  const vessel = columns({ vessel: column("int32", "the vessel", "le navire"), guess: column("int32", "a guess", "un essai") });
  const harbour: WorldSpec = {
    ...WORLDS["bank"],
    id: "harbour",
    size: { boats: Type.Integer({ minimum: 1 }), buoys: Type.Integer({ minimum: 1 }) },
    subjects: (size) => size["boats"] + size["buoys"],
    tables: [
      { name: "boats", half: "inputs", about: BOTH, columns: vessel, lists: "vessel" },
      { name: "truths", half: "labels", about: BOTH, columns: vessel, owner: "vessel" },
    ],
  };
  return { WORLDS: { ...WORLDS, harbour } };
});

const money = loadChallenge(join(import.meta.dirname, "../test/fixtures/challenge-good"));
const size = { boats: 3, buoys: 4 };
const good = {
  ...Object.fromEntries(Object.entries(money).filter(([key]) => key !== "budgetShare")),
  kind: "guessing",
  world: "harbour",
  guesses: 3,
  sizes: { practice: size, public: size, final: size },
  parts: [{ measure: "near", weight: 1, radius: 2 }],
  penalties: [{ measure: "rude" }],
  caps: { lineBytes: 100 },
};

function refusal(value: unknown): string {
  try {
    checkedChallenge(value, "c.json");
    return "none";
  } catch (cause) {
    return cause instanceof SpecError ? cause.message : String(cause);
  }
}

describe("a challenge of another kind, on another world", () => {
  it("is sound by its own rules", () => {
    expect(checkedChallenge(good, "c.json")).toBe(good);
  });

  it.each([
    ["a kind that there is not", { kind: "sorting" }, '/kind: expected ranking, guessing; found "sorting"'],
    ["a world that there is not", { world: "sea" }, '/world: expected bank, harbour; found "sea"'],
    [
      "a part of another kind",
      { parts: [{ measure: "ranking", weight: 1 }] },
      '/parts/0/measure: expected near, far, deep; found "ranking"',
    ],
    ["a penalty of another kind", { penalties: [{ measure: "harm" }] }, '/penalties/0/measure: expected rude; found "harm"'],
    [
      "a part that needs a table of labels which its world has not",
      { parts: [{ measure: "far", weight: 1 }] },
      '/parts/0/measure: expected what labels of the world harbour know; found "far", which needs distances',
    ],
    [
      "a part that needs a column of labels which its world has not",
      { parts: [{ measure: "deep", weight: 1 }] },
      'found "deep", which needs truths.depth',
    ],
    [
      "a part without its parameter",
      { parts: [{ measure: "near", weight: 1 }] },
      "/parts/0/radius: expected a value (it is required); found nothing",
    ],
    ["a size of another world", { sizes: { ...good.sizes, final: { accounts: 5 } } }, "/sizes/final/boats: expected a value"],
    ["a key of another kind", { budgetShare: 0.1 }, "/budgetShare: expected no such key"],
    ["a cap of another kind", { caps: { lineBytes: 1, findingsPerAlert: 2 } }, "/caps/findingsPerAlert: expected no such key"],
  ])("is refused for %s, by file, pointer, expected and found", (_name, change, sentence) => {
    const told = refusal({ ...good, ...change });
    expect(told).toMatch(/^c\.json at /);
    expect(told).toContain(sentence);
  });
});
