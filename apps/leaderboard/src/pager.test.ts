import { expect, it } from "vitest";
import { pagerNumbers } from "./pager.ts";

it.each([
  [1, 1, "1"],
  [1, 2, "1 2"],
  [1, 11, "1 2 … 11"],
  [3, 11, "1 2 3 4 … 11"],
  [4, 11, "1 2 3 4 5 … 11"],
  [6, 11, "1 … 5 6 7 … 11"],
  [11, 11, "1 … 10 11"],
])("page %d of %d: %s, and nothing is left out for one number alone", (page, pages, shown) => {
  expect(
    pagerNumbers(page, pages)
      .map((number) => number ?? "…")
      .join(" "),
  ).toBe(shown);
});
