/** What baselines.py prints, and what is aimed at. */
import { Type, type Static } from "@sinclair/typebox";

const KEYS = [
  "random",
  "best-indicator",
  "indicator-count",
  "indicator-weights",
  "logistic",
  "trees",
  "trees-and-indicators",
  "trees-practice",
  "trees-more",
] as const;
const AREA_KEYS = ["rows", "profile", "twins-rows", "twins-trees"] as const;

export const Difficulty = Type.Object({
  accounts: Type.Integer(),
  positives: Type.Integer(),
  rings: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      key: Type.Union(KEYS.map((key) => Type.Literal(key))),
      /** The indicator that was best in training. */
      about: Type.Union([Type.String(), Type.Null()]),
      /** On how many worlds, of how many accounts each, it was fitted or chosen; null where there was nothing to fit. */
      saw: Type.Union([Type.Object({ worlds: Type.Integer(), accounts: Type.Integer() }), Type.Null()]),
      /** Of the test worlds' accounts together; 95 of 100 resamples of rings lie in the interval. */
      averagePrecision: Type.Number(),
      interval: Type.Tuple([Type.Number(), Type.Number()]),
      /** k is 1 % of a world's accounts; the mean over the test worlds. */
      precisionAtK: Type.Number(),
      byWorld: Type.Array(Type.Number()),
    }),
  ),
  areas: Type.Array(
    Type.Object({
      key: Type.Union(AREA_KEYS.map((key) => Type.Literal(key))),
      area: Type.Number(),
      pairs: Type.Optional(Type.Integer()),
      withoutTwin: Type.Optional(Type.Integer()),
    }),
  ),
});
export type Difficulty = Static<typeof Difficulty>;
export type BaselineRow = Difficulty["rows"][number];
export type BaselineKey = BaselineRow["key"];
export type AreaKey = Difficulty["areas"][number]["key"];

/** Average precision within which each baseline should lie: hard enough to be a challenge, not so hard that nothing helps. */
export function aimOf(key: BaselineKey): readonly [number, number] {
  if (key === "indicator-count") return [0.25, 0.45];
  if (key === "trees") return [0.6, 0.8];
  return [0, 0.95];
}
