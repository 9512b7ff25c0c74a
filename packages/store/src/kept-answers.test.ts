import { expect, test } from "vitest";
import { KeptAnswers } from "./kept-answers.ts";

function asked() {
  let times = 0;
  return { ask: () => Promise.resolve((times += 1)), times: () => times };
}

test("asks once for all that ask at the same time and after", async () => {
  const kept = new KeptAnswers<number>();
  const { ask, times } = asked();
  expect(await Promise.all([kept.get("a", ask), kept.get("a", ask)])).toEqual([1, 1]);
  expect(await kept.get("a", ask)).toBe(1);
  expect(times()).toBe(1);
});

test("an answer that was on its way while something changed serves nobody who asks afterwards", async () => {
  const kept = new KeptAnswers<string>();
  let answer: (value: string) => void = () => undefined;
  const first = kept.get("a", () => new Promise((resolve) => (answer = resolve)));
  kept.forget();
  answer("old");
  expect(await first).toBe("old");
  expect(await kept.get("a", () => Promise.resolve("new"))).toBe("new");
});

test("a failure is not kept", async () => {
  const kept = new KeptAnswers<string>();
  await expect(kept.get("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await kept.get("a", () => Promise.resolve("back"))).toBe("back");
});

test("however many strangers' tokens are asked after, memory is bounded", async () => {
  const kept = new KeptAnswers<null>();
  for (let n = 0; n < 25_000; n++) await kept.get(`token ${n}`, () => Promise.resolve(null));
  expect(kept.size).toBeLessThanOrEqual(10_000);
});
