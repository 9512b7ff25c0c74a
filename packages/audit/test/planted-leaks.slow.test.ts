import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { auditLeaks } from "../src/audits.ts";
import { auditable, invent, typologyOf, type Account, type Invented, type Row } from "./invented-set.ts";
import { text } from "./invented-columns.ts";

/** Calls `spoil` for each account of a ring. */
function members({ accounts }: Invented, spoil: (account: Account, number: number) => void): void {
  accounts.forEach((account, number) => {
    if (account.ring >= 0) spoil(account, number);
  });
}

function planted({ rows }: Invented, spoil: (row: Row) => void): void {
  rows.filter((row) => row.planted).forEach(spoil);
}

function fnv1a(word: string): number {
  return Array.from(word).reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
}

interface Leak {
  readonly name: string;
  readonly family: string;
  readonly column: string;
  readonly aspect?: RegExp;
  /** No other family finds it. */
  readonly alone?: true;
  readonly prefers?: (account: number, draw: (n: number) => number) => boolean;
  readonly spoil?: (set: Invented) => void;
}

const LEAKS: readonly Leak[] = [
  {
    name: "a bit of a token's hash is set for 70 of 100 ring accounts",
    family: "hashes",
    column: "accounts.owner_token",
    aspect: /FNV-1a: bit 5/,
    spoil: (set) =>
      members(set, (account) => {
        const bit = set.draw(10) < 7 ? 1 : 0;
        while (((fnv1a(account.owner) >>> 5) & 1) !== bit) account.owner = text(set.draw, 10);
      }),
  },
  {
    name: "a bit of SHA-256 of the account's number is set for 72 of 100 ring accounts",
    family: "hashes",
    column: "accounts.account",
    aspect: /SHA-256/,
    prefers: (account, draw) => {
      const odd = createHash("sha256").update(String(account)).digest()[0] & 1;
      return draw(100) < (odd === 1 ? 72 : 28);
    },
  },
  {
    name: "ring accounts stand three times as densely in the last quarter of the file",
    family: "position",
    column: "accounts.account",
    prefers: (account, draw) => draw(9) < (account > 3000 ? 9 : 3),
  },
  {
    name: "ring members stand in neighbouring rows",
    family: "spacing",
    column: "accounts.account",
    spoil: ({ accounts }) => {
      // One ring in eight: its second member moves beside the first.
      accounts.forEach((account, number) => {
        const other = accounts.findLastIndex(({ ring }) => ring === account.ring);
        if (account.ring < 0 || account.ring % 8 !== 0 || other <= number + 1 || accounts[number + 1].ring >= 0) return;
        accounts[number + 1] = { ...accounts[number + 1], ring: account.ring, role: accounts[other].role };
        accounts[other] = { ...accounts[other], ring: -1, role: "" };
      });
    },
  },
  {
    name: "one planted row in twenty has second 0",
    family: "clock",
    column: "transactions.time",
    spoil: (set) => planted(set, (row) => (row.time = set.draw(20) === 0 ? row.time - (row.time % 60_000) : row.time)),
  },
  {
    name: "one planted amount in twenty ends in 37 cents",
    family: "digits",
    column: "transactions.amount_cents",
    spoil: (set) => planted(set, (row) => (row.amount = set.draw(20) === 0 ? row.amount - (row.amount % 100) + 37 : row.amount)),
  },
  {
    name: "the dictionary of handles begins with those of rings",
    family: "dictionary",
    column: "accounts.handle",
    spoil: (set) => {
      const own = new Set<string>();
      members(set, ({ handle }) => {
        if (handle !== null && set.draw(4) === 0) own.add(handle);
      });
      set.first.set("handle", own);
    },
  },
  {
    name: "ring accounts were opened later by half a year of fourteen",
    family: "opening",
    column: "accounts.opened_on",
    spoil: (set) => members(set, (account) => (account.openedOn = Math.max(account.openedOn, 15_000 + set.draw(5000)))),
  },
  {
    name: "a word in messages that some rings use and nobody else",
    family: "words",
    column: "transactions.memo",
    aspect: /orchid/,
    spoil: (set) =>
      set.rows.forEach((row) => {
        if (row.planted && set.accounts[row.account].ring % 7 === 0) row.memo = "orchid";
      }),
  },
  {
    name: "handles are missing for a quarter of ring accounts, else for 8 of 100",
    family: "missing",
    column: "accounts.handle",
    spoil: (set) => members(set, (account) => (account.handle = set.draw(5) === 0 ? null : account.handle)),
  },
  {
    name: "handles of ring accounts are two letters longer",
    family: "lengths",
    column: "accounts.handle",
    spoil: (set) => members(set, (account) => (account.handle = account.handle === null ? null : `${account.handle}ue`)),
  },
  {
    name: "planted rows crowd into the last three days",
    family: "period",
    column: "transactions.time",
    spoil: (set) =>
      planted(set, (row) => {
        if (set.draw(12) === 0) row.time = 20_000 * 86_400_000 + (81 + set.draw(3)) * 86_400_000 + set.draw(86_400) * 1000;
      }),
  },
  {
    name: "ids of planted rows lie in the upper nine tenths",
    family: "ids",
    column: "transactions.transaction",
    spoil: (set) => planted(set, (row) => (row.id = Math.round(row.id * 0.85 + 0.15 * 67_108_864 * 67_108_864))),
  },
  {
    name: "one token in ten of ring accounts begins with z",
    family: "ids",
    column: "accounts.owner_token",
    aspect: /first letter z/,
    spoil: (set) =>
      members(set, (account) => (account.owner = set.draw(10) === 0 ? `z${account.owner.slice(1)}` : account.owner)),
  },
  {
    name: "rings of one type live in one city",
    family: "shares",
    column: "accounts.home_city",
    aspect: /Brandon/,
    spoil: (set) =>
      members(set, (account) => {
        if (typologyOf(account.ring) === "funnel") account.city = "Brandon";
      }),
  },
  {
    name: "ring accounts are held by one institution more often",
    family: "shares",
    column: "accounts.institution",
    spoil: (set) => members(set, (account) => (account.institution = set.draw(3) === 0 ? "Bank 2" : account.institution)),
  },
  {
    name: "ring accounts of three banks were opened early and of three late, and neither the bank nor the day tells",
    family: "pairs",
    column: "accounts.institution × accounts.opened_on",
    alone: true,
    spoil: (set) =>
      members(set, (account) => {
        const late = account.institution >= "Bank 3";
        if (set.draw(4) > 0) account.openedOn = 15_000 + (late ? 2500 : 0) + set.draw(2500);
      }),
  },
  {
    name: "two thirds of controllers' handles have an odd MD5, of nobody else's",
    family: "hashes",
    column: "accounts.handle",
    aspect: /MD5/,
    spoil: (set) =>
      members(set, (account) => {
        if (account.handle === null || account.role !== "controller" || set.draw(10) > 6) return;
        const odd = (handle: string): boolean => (createHash("md5").update(handle).digest()[3] & 1) === 1;
        while (!odd(account.handle)) account.handle = `${text(set.draw, 5)} ${text(set.draw, 8)}`;
      }),
  },
  {
    name: "seven of ten ring accounts stand at an even place of their batch of 64 rows",
    family: "position",
    column: "accounts.account",
    aspect: /row mod (2|64)/,
    prefers: (account, draw) => draw(10) < ((account % 64) % 2 === 0 ? 7 : 3),
  },
  {
    name: "one ring account in twelve pays at the other end of the country 75 minutes later",
    family: "travel",
    column: "transactions.city",
    alone: true,
    spoil: (set) => {
      const rows = new Map<number, Row[]>();
      for (const row of set.rows) rows.set(row.account, [...(rows.get(row.account) ?? []), row]);
      members(set, (_, number) => {
        const [first, second] = rows.get(number) ?? [];
        if (set.draw(12) > 0) return;
        Object.assign(first, { channel: "pos", city: "Kelowna" });
        Object.assign(second, { channel: "pos", city: "Halifax", time: first.time + 75 * 60_000 });
      });
    },
  },
  {
    name: "one ring account in nine hoards, of others one in sixty",
    family: "balance",
    column: "transactions.balance_after_cents",
    aspect: /10,000/,
    alone: true,
    spoil: (set) => members(set, (account) => (account.hoards = account.hoards || set.draw(9) === 0)),
  },
];

describe("the leak audit", () => {
  it("stays quiet where nothing is planted, says the same each time, and lets shuffled labels pass", () => {
    const audit = auditLeaks(auditable(invent("quiet")));
    expect(audit.findings.filter(({ verdict }) => verdict === "leak")).toEqual([]);
    expect(audit.passed).toBe(true);
    expect(auditLeaks(auditable(invent("quiet")))).toEqual(audit);
    for (const { family, control } of audit.families) expect(control, family).toBeLessThan(6);
  });

  it.each(LEAKS)("finds and names: $name", ({ name, family, column, aspect, alone, prefers, spoil }) => {
    const set = invent(name, prefers);
    spoil?.(set);
    const audit = auditLeaks(auditable(set));
    expect(audit.passed).toBe(false);
    const found = audit.findings.filter(({ verdict }) => verdict === "leak");
    expect(found.map((one) => `${one.family} ${one.column}`)).toContain(`${family} ${column}`);
    const named = found.filter((one) => one.family === family && one.column === column).map((one) => one.aspect.en);
    if (alone) expect(new Set(found.map((one) => one.family))).toEqual(new Set([family]));
    if (aspect) expect(named.join("; ")).toMatch(aspect);
  });
});
