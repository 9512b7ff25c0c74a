import { describe, expect, it } from "vitest";
import { auditAcross } from "../src/across/audit-across.ts";
import type { LeakAudit } from "../src/leaks/audit.ts";
import { auditable, invent, type Invented } from "./invented-set.ts";
import { text } from "./invented-columns.ts";

const DAY_MS = 86_400_000;

interface Leak {
  readonly name: string;
  readonly family: string;
  readonly column: string;
  readonly aspect?: RegExp;
  /** No other family finds it. */
  readonly alone?: true;
  /** False keeps an account of the second split out of rings. */
  readonly prefers?: (account: number, first: Invented, draw: (n: number) => number) => boolean;
  readonly spoil?: (first: Invented, second: Invented) => void;
}

/** The same few words whenever they are asked for. */
function wordList(count: number): string[] {
  const { draw } = invent("a list of names");
  return Array.from({ length: count }, () => text(draw, 7));
}

/** Gives one ring account in `oneIn` of each split what `spoil` does. */
function ringsOfBoth(
  sets: readonly Invented[],
  oneIn: number,
  spoil: (set: Invented, account: Invented["accounts"][number]) => void,
) {
  for (const set of sets) for (const account of set.accounts) if (account.ring >= 0 && set.draw(oneIn) === 0) spoil(set, account);
}

const LEAKS: readonly Leak[] = [
  {
    name: "twenty tokens of holders stand in both splits, whoever holds them",
    family: "repeats",
    column: "accounts.owner_token",
    alone: true,
    spoil: (first, second) => {
      for (let i = 0; i < 20; i++) second.accounts[97 * i].owner = first.accounts[53 * i].owner;
    },
  },
  {
    name: "a token that is a ring's in both splits",
    family: "repeats",
    column: "accounts.owner_token",
    spoil: (first, second) => {
      const tokens = first.accounts.filter(({ ring }) => ring >= 0).map(({ owner }) => owner);
      const members = second.accounts.filter(({ ring }) => ring >= 0);
      for (let i = 0; i < 6; i++) members[i].owner = tokens[i];
    },
  },
  {
    name: "both splits number their transactions with one key",
    family: "repeats",
    column: "transactions.transaction",
    spoil: (first, second) => second.rows.forEach((row, i) => (row.id = i < 400 ? first.rows[i].id : row.id)),
  },
  {
    name: "one ring account in five stands on the number that a ring account had in the other split",
    family: "carried",
    column: "accounts.account",
    aspect: /values learned on first, tried on second/,
    alone: true,
    prefers: (account, first, draw) => (first.accounts[account].ring >= 0 ? draw(4) > 0 : draw(4) === 0),
  },
  {
    name: "one ring account in six bears one of two hundred names, of which each split's other accounts have none",
    family: "carried",
    column: "accounts.handle",
    alone: true,
    spoil: (first, second) => {
      const names = wordList(200);
      ringsOfBoth([first, second], 6, (set, account) => (account.handle = `ada ${names[set.draw(names.length)]}`));
    },
  },
  {
    name: "of those names only the last one is from the list",
    family: "carried",
    column: "accounts.handle",
    aspect: /words/,
    spoil: (first, second) => {
      const names = wordList(120);
      ringsOfBoth(
        [first, second],
        5,
        (set, account) => (account.handle = `${text(set.draw, 6)} ${names[set.draw(names.length)]}`),
      );
    },
  },
  {
    name: "one planted row in eight is stamped with one of a hundred seconds of the day",
    family: "carried",
    column: "transactions.time",
    aspect: /times of day/,
    alone: true,
    spoil: (...sets) => {
      for (const { rows, draw } of sets)
        for (const row of rows)
          if (row.planted && draw(8) === 0) row.time += 1000 * (1237 + 859 * draw(100)) - (row.time % DAY_MS);
    },
  },
  {
    name: "one row in eight of one split is stamped with second 0",
    family: "apart",
    column: "transactions.time",
    aspect: /second/,
    spoil: (_first, { rows, draw }) =>
      rows.forEach((row) => (row.time = draw(8) === 0 ? row.time - (row.time % 60_000) : row.time)),
  },
  {
    name: "one token in five of one split has a letter more",
    family: "apart",
    column: "accounts.owner_token",
    aspect: /length/,
    alone: true,
    spoil: (_first, { accounts, draw }) =>
      accounts.forEach((account) => (account.owner = draw(5) === 0 ? `${account.owner}m` : account.owner)),
  },
  {
    name: "accounts of one split were opened two years later, of fourteen",
    family: "apart",
    column: "accounts.opened_on",
    spoil: (_first, { accounts }) => accounts.forEach((account) => (account.openedOn += 730)),
  },
  {
    name: "handles are missing for 8 of 100 accounts in one split, and for 25 in the other",
    family: "apart",
    column: "accounts.handle",
    aspect: /no value/,
    spoil: (_first, { accounts, draw }) =>
      accounts.forEach((account) => (account.handle = draw(100) < 18 ? null : account.handle)),
  },
  {
    name: "one split knows a bank that the other does not",
    family: "apart",
    column: "accounts.institution",
    spoil: (_first, { accounts }) =>
      accounts.forEach((account) => (account.institution = account.institution === "Bank 3" ? "Bank 7" : account.institution)),
  },
  {
    name: "one row in ten of one split is cash where it was a card's",
    family: "apart",
    column: "transactions.channel",
    spoil: (_first, { rows, draw }) =>
      rows.forEach((row) => (row.channel = row.channel === "pos" && draw(3) === 0 ? "abm-cash" : row.channel)),
  },
  {
    name: "accounts of three banks were opened early and of three late in one split alone, and neither the bank nor the day tells",
    family: "apartPairs",
    column: "accounts.institution × accounts.opened_on",
    alone: true,
    spoil: (_first, { accounts, draw }) =>
      accounts.forEach((account) => {
        if (draw(3) > 0) account.openedOn = 15_000 + (account.institution >= "Bank 3" ? 2500 : 0) + draw(2500);
      }),
  },
  {
    name: "two accounts in five of one split have their holder in common with another",
    family: "features",
    column: "accounts.owner_token",
    aspect: /share/,
    alone: true,
    spoil: (_first, { accounts }) =>
      accounts.forEach((account, i) => (account.owner = i % 5 === 1 ? accounts[i - 1].owner : account.owner)),
  },
  {
    name: "one split lists a fifth more merchants for as many accounts",
    family: "growth",
    column: "merchants",
    alone: true,
    spoil: (first, second) => {
      first.merchants = 1000;
      second.merchants = 1200;
    },
  },
];

function across(first: Invented, second: Invented): LeakAudit {
  const named = (name: string, set: Invented) => ({ name: { en: name, fr: name }, set: auditable(set) });
  return auditAcross(named("first", first), named("second", second));
}

function leaksOf({ findings }: LeakAudit) {
  return findings.filter(({ verdict }) => verdict === "leak");
}

describe("the audit of one split against another", () => {
  it("stays quiet where nothing is planted, says the same each time, and lets shuffled splits and labels pass", () => {
    const audit = across(invent("quiet"), invent("quiet too"));
    expect(leaksOf(audit)).toEqual([]);
    expect(audit.passed).toBe(true);
    expect(across(invent("quiet"), invent("quiet too"))).toEqual(audit);
    expect(audit.families.map(({ family }) => family)).toEqual([
      "repeats",
      "carried",
      "apart",
      "apartPairs",
      "features",
      "growth",
    ]);
    for (const { family, control } of audit.families) expect(control, family).toBeLessThan(6);
  });

  it("finds everything where one split is the other", () => {
    const audit = across(invent("twin"), invent("twin"));
    const found = leaksOf(audit).map(({ family, column }) => `${family} ${column}`);
    expect(found).toEqual(expect.arrayContaining(["repeats transactions.transaction", "carried accounts.account"]));
  });

  it.each(LEAKS)("finds and names: $name", ({ name, family, column, aspect, alone, prefers, spoil }) => {
    const first = invent(`${name}, first`);
    const second = invent(`${name}, second`, prefers && ((account, draw) => prefers(account, first, draw)));
    spoil?.(first, second);
    const audit = across(first, second);
    expect(audit.passed).toBe(false);
    const found = leaksOf(audit);
    expect(found.map((one) => `${one.family} ${one.column}`)).toContain(`${family} ${column}`);
    const named = found.filter((one) => one.family === family && one.column === column).map((one) => one.aspect.en);
    if (alone) expect(new Set(found.map((one) => one.family))).toEqual(new Set([family]));
    if (aspect) expect(named.join("; ")).toMatch(aspect);
  });
});
