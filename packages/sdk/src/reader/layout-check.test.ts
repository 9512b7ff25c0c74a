import { describe, expect, test } from "vitest";
import { layOut, SMALL_WORLD } from "../../test/write-tables.ts";
import { checkedLayout } from "./layout-check.ts";

const good = (): LooseLayout => JSON.parse(JSON.stringify(layOut(SMALL_WORLD).layout));

interface LooseLayout {
  tables: { columns: { type: string; values: number[]; dictionary: object | null }[] }[];
}

describe("the layout", () => {
  test("comes back as it was written", () => {
    expect(checkedLayout(good())).toEqual(layOut(SMALL_WORLD).layout);
  });

  test.each<[string, (layout: LooseLayout) => unknown, string]>([
    ["another version", (layout) => ({ ...layout, layoutVersion: 2 }), "at /layoutVersion: expected 1, found 2"],
    ["no object", () => [], "at /: expected an object, found a list of 0"],
    [
      "a type that nobody knows",
      (layout) => ((layout.tables[0].columns[1].type = "float"), layout),
      "at /tables/0/columns/1/type",
    ],
    [
      "an odd offset",
      (layout) => ((layout.tables[1].columns[0].values[0] = 12), layout),
      "/values/0: expected a multiple of 8, found 12",
    ],
    [
      "text without words",
      (layout) => ((layout.tables[0].columns[1].dictionary = null), layout),
      "/dictionary: expected an object",
    ],
  ])("is refused with its place: %s", (_, spoil, message) => {
    expect(() => checkedLayout(spoil(good()))).toThrow(message);
  });
});
