import { describe, expect, it } from "vitest";
import { ringsOf, UNKNOWN_TYPOLOGY, type IllicitTransfer } from "./rings.ts";

const names = ["a", "b", "c", "d", "e", "f"];
const find = (name: string): number | undefined => (names.includes(name) ? names.indexOf(name) : undefined);

function transfer(payer: number, payee: number, more: Partial<IllicitTransfer> = {}): IllicitTransfer {
  return { payer, payee, ring: null, typology: null, ...more };
}

function plain(transfers: readonly IllicitTransfer[], attempts: Parameters<typeof ringsOf>[1] = []) {
  return ringsOf(transfers, attempts, find).map(({ typology, members }) => [typology, [...members].sort((a, b) => a - b)]);
}

describe("ringsOf", () => {
  it("joins accounts along illicit transfers where the source has no groups", () => {
    const rings = plain([transfer(0, 1), transfer(3, 2), transfer(1, 4), transfer(5, 5)]);
    expect(rings).toEqual([
      [UNKNOWN_TYPOLOGY, [0, 1, 4]],
      [UNKNOWN_TYPOLOGY, [2, 3]],
      [UNKNOWN_TYPOLOGY, [5]],
    ]);
  });

  it("takes each pattern block as a ring, and joins what is in none", () => {
    const attempts = [
      {
        typology: "cycle",
        rows: [
          ["a", "b"],
          ["b", "a"],
        ] as const,
      },
    ];
    expect(plain([transfer(0, 1), transfer(1, 0), transfer(2, 3)], attempts)).toEqual([
      ["cycle", [0, 1]],
      [UNKNOWN_TYPOLOGY, [2, 3]],
    ]);
  });

  it("gives an account of two blocks to the one in which it takes part most", () => {
    const attempts = [
      { typology: "fan-in", rows: [["a", "b"]] as const },
      {
        typology: "cycle",
        rows: [
          ["b", "c"],
          ["c", "b"],
        ] as const,
      },
    ];
    expect(plain([transfer(0, 1), transfer(1, 2), transfer(2, 1)], attempts)).toEqual([
      ["fan-in", [0]],
      ["cycle", [1, 2]],
    ]);
  });

  it("leaves out accounts of a block that no illicit transfer touches, or nobody knows", () => {
    const attempts = [
      {
        typology: "cycle",
        rows: [
          ["a", "e"],
          ["nobody", "b"],
        ] as const,
      },
    ];
    expect(plain([transfer(0, 1)], attempts)).toEqual([["cycle", [0, 1]]]);
  });

  it("takes rings and typologies that stand in columns", () => {
    const rows = [
      transfer(0, 1, { ring: "7", typology: "fan-in" }),
      transfer(2, 1, { ring: "7", typology: "fan-in" }),
      transfer(3, 4, { typology: "smurfing" }),
    ];
    expect(plain(rows)).toEqual([
      ["fan-in", [0, 1, 2]],
      ["smurfing", [3, 4]],
    ]);
  });

  it("counts no side that is outside", () => {
    expect(plain([transfer(0, -1), transfer(-1, -1)])).toEqual([[UNKNOWN_TYPOLOGY, [0]]]);
  });
});
