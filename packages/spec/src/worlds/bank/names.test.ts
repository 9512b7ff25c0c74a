import { describe, expect, it } from "vitest";
import { LOOKALIKE_GROUPS, ROLE_NAMES, TYPOLOGIES } from "./names.ts";

describe.each([
  ["look-alike groups", LOOKALIKE_GROUPS],
  ["typologies", TYPOLOGIES],
  ["roles", ROLE_NAMES],
])("the names of %s", (_, names) => {
  it("are told in both languages, each its own", () => {
    for (const [id, { en, fr }] of Object.entries(names)) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(en).not.toBe(fr);
      expect(fr).not.toContain("'");
    }
    expect(new Set(Object.values(names).flatMap(({ en, fr }) => [en, fr])).size).toBe(2 * Object.keys(names).length);
  });
});
