import { createHash } from "node:crypto";
import { practiceSeed, TableReader, type Cell, type TableBatch, type WorldBlock } from "@vigie/spec";
import { BANK_TABLES, LOOKALIKE_GROUPS, TYPOLOGIES } from "@vigie/spec/bank";
import { loadDataset } from "@vigie/spec/node";
import { join } from "node:path";
import { isMoneyIndicator } from "@vigie/sdk";
import { describe, expect, it } from "vitest";
import { findingsOf } from "./findings/findings.ts";
import { MERCHANT_KINDS } from "./ground/merchant-kinds.ts";
import { INDICATORS } from "./indicators.ts";
import { createBank } from "./bank-world.ts";

const spec = loadDataset(join(import.meta.dirname, "../../../../../datasets/follow-the-money"));
const seed = practiceSeed({ datasetId: "follow-the-money", datasetVersion: "1.0.0", challengeId: "follow-the-money" });
const ACCOUNT_COUNT = 5000;
const DAY_MS = 86_400_000;
const MOST_OVERDRAFT = 200_000;
const world = createBank(spec, { seed, size: { accounts: ACCOUNT_COUNT } });
const blocks = Array.from({ length: world.blockCount }, (_, i) => world.block(i));

/** One column's values, as a reader would see them. */
function cells(table: TableBatch, name: string): Cell[] {
  return Array.from({ length: table.rows }, (_, row) => row).map(new TableReader(table, "").cells(name));
}

function numbers(table: TableBatch, name: string): number[] {
  return cells(table, name).map(Number);
}

function all(pick: (block: WorldBlock) => TableBatch, name: string): Cell[] {
  return blocks.flatMap((block) => cells(pick(block), name));
}

function hashOf(tables: readonly TableBatch[]): string {
  const hash = createHash("sha256");
  for (const table of tables)
    for (const name of Object.keys(table.columns).sort()) hash.update(JSON.stringify([name, cells(table, name)]));
  return hash.digest("hex");
}

function tablesOf({ tables }: WorldBlock): TableBatch[] {
  return Object.values(tables);
}

const positives = new Set(all((block) => block.tables.positives, "account").map(Number));

/** Area under the ROC curve of a column of values by account, against belonging to a ring. */
function auc(value: (account: number) => number): number {
  const sorted = Array.from({ length: ACCOUNT_COUNT }, (_, account) => account).sort((a, b) => value(a) - value(b));
  const ranks = sorted.reduce((sum, account, i) => sum + (positives.has(account) ? i : 0), 0);
  const p = positives.size;
  return (ranks - (p * (p - 1)) / 2) / (p * (ACCOUNT_COUNT - p));
}

describe("a world", () => {
  const small = { seed: new Uint8Array(32).fill(9), size: { accounts: 300 } };

  it("is the same bytes on every machine", () => {
    const one = createBank(spec, small);
    expect(hashOf(tablesOf(one.block(1)))).toBe("2727d1360cfcfd65b2ec3142560f26c15fa9c328bf6394c105386177aa96bb5c");
    expect(hashOf(Object.values(one.commons()))).toBe("94b9179e261ba710e774c3e5fa85d781b2d17f92db2586d510432ca4f9032708");
  });

  it("gives the same block in any order and from any other world object", () => {
    const one = createBank(spec, small);
    const other = createBank(spec, small);
    const forwards = [0, 1, 2, 3, 4].map((i) => hashOf(tablesOf(one.block(i))));
    const backwards = [4, 3, 2, 1, 0].map((i) => hashOf(tablesOf(other.block(i)))).reverse();
    expect(backwards).toEqual(forwards);
  });

  it("changes with the seed and with shifted parameters", () => {
    const hash = (options: object) => hashOf(tablesOf(createBank(spec, { ...small, ...options }).block(0)));
    expect(new Set([hash({}), hash({ seed: new Uint8Array(32) }), hash({ shift: true })]).size).toBe(3);
  });

  it.each([99, 100.5, 2_000_000])("refuses %d accounts", (accounts) =>
    expect(() => createBank(spec, { seed, size: { accounts } })).toThrow(/accounts/),
  );

  it("has merchants of categories whose meaning is told, all of them", () => {
    const meanings = BANK_TABLES.find(({ name }) => name === "merchants")?.columns.find(({ name }) => name === "mcc")?.meanings;
    const met = Object.values(MERCHANT_KINDS).map(({ mcc }) => String(mcc));
    expect(Object.keys(meanings ?? {})).toEqual(expect.arrayContaining(met));
  });

  it("refuses a block that is not there", () => expect(() => world.block(world.blockCount)).toThrow(/block/));

  it.each(BANK_TABLES)("has the contract’s columns, types and nulls: $name", (table) => {
    const batch = (table.common === true ? world.commons() : blocks[0].tables)[table.name];
    expect(Object.keys(batch.columns).sort()).toEqual(table.columns.map(({ name }) => name).sort());
    for (const { name, type, nullable } of table.columns) {
      const column = batch.columns[name];
      expect([name, column.kind]).toEqual([
        name,
        type === "text" ? "text" : type === "int64" || type === "timestamp" ? "int64" : "int32",
      ]);
      if (column.kind === "text") {
        const used = new Set(column.codes.subarray(0, batch.rows));
        expect(new Set(Array.from(used, (code) => (code < 0 ? null : column.words[code]))).size).toBe(used.size);
      }
      if (!nullable) expect(cells(batch, name)).not.toContain(null);
    }
  });
});

describe("transactions", () => {
  it("have ids that are unique, together with events, and below 2^52", () => {
    const ids = [
      ...all((block) => block.tables.transactions, "transaction"),
      ...all((block) => block.tables.events, "event"),
    ].map(Number);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => Number.isInteger(id) && id >= 0 && id < 2 ** 52)).toBe(true);
  });

  it("have balances that follow from the rows, below zero only for people with an overdraft, in order of time", () => {
    const overdrawn = new Set<number>();
    for (const { tables } of blocks) {
      const t = tables.transactions;
      const [account, time, amount, balance] = ["account", "time", "amount_cents", "balance_after_cents"].map((name) =>
        numbers(t, name),
      );
      const direction = cells(t, "direction");
      const moves = cells(t, "status").map((status) => status === "posted" || status === "reversed");
      let wrong = 0;
      for (let row = 0; row < t.rows; row++) {
        if (amount[row] <= 0 || balance[row] < -MOST_OVERDRAFT || !Number.isInteger(amount[row])) wrong++;
        if (balance[row] < 0) overdrawn.add(account[row]);
        if (row === 0 || account[row] !== account[row - 1]) continue;
        const change = moves[row] ? (direction[row] === "credit" ? amount[row] : -amount[row]) : 0;
        if (time[row] < time[row - 1] || balance[row] !== balance[row - 1] + change) wrong++;
      }
      expect(wrong).toBe(0);
    }
    expect(overdrawn.size / ACCOUNT_COUNT).toBeGreaterThan(0.02);
    expect(overdrawn.size / ACCOUNT_COUNT).toBeLessThan(0.3);
  });

  it("settle between banks on business days alone", () => {
    const goodFriday = Date.UTC(2025, 3, 18) / DAY_MS;
    let settled = 0;
    for (const { tables } of blocks) {
      const [time, offset] = ["time", "utc_offset_minutes"].map((name) => numbers(tables.transactions, name));
      const channel = cells(tables.transactions, "channel");
      time.forEach((at, row) => {
        if (channel[row] !== "eft") return;
        const day = Math.floor((at + offset[row] * 60_000) / DAY_MS);
        settled++;
        // 1 January 1970 was a Thursday
        if ((day + 4) % 7 === 0 || (day + 4) % 7 === 6 || day === goodFriday)
          expect.fail(`a transfer of funds on closed day ${day}`);
      });
    }
    expect(settled).toBeGreaterThan(ACCOUNT_COUNT);
  });

  it("pay whoever works for a business on its paydays alone, five days apart or more; so do employers, rings or not", () => {
    const gaps: number[] = [];
    for (const { tables } of blocks) {
      const t = tables.transactions;
      const [account, time, offset] = ["account", "time", "utc_offset_minutes"].map((name) => numbers(t, name));
      const [code, direction, party] = ["code", "direction", "counterparty"].map((name) => cells(t, name));
      const last = new Map<string, number>();
      code.forEach((kind, row) => {
        if (kind !== "payroll") return;
        const day = Math.floor((time[row] + offset[row] * 60_000) / DAY_MS);
        const payer = direction[row] === "debit" ? String(account[row]) : `${account[row]} from ${party[row]}`;
        const before = last.get(payer) ?? day;
        if (before !== day) gaps.push(day - before);
        last.set(payer, day);
      });
    }
    expect(gaps.length).toBeGreaterThan(ACCOUNT_COUNT);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5);
  });

  it("let most businesses pay out about what they take in", () => {
    const kinds = new Map<number, Cell>();
    const sums = new Map<number, [taken: number, paid: number]>();
    for (const { tables } of blocks) {
      const kind = cells(tables.accounts, "kind");
      numbers(tables.accounts, "account").forEach((account, row) => kinds.set(account, kind[row]));
      const [account, amount] = ["account", "amount_cents"].map((name) => numbers(tables.transactions, name));
      const [direction, status] = ["direction", "status"].map((name) => cells(tables.transactions, name));
      account.forEach((holder, row) => {
        if (kinds.get(holder) !== "business" || status[row] !== "posted") return;
        const [taken, paid] = sums.get(holder) ?? [0, 0];
        const credit = direction[row] === "credit";
        sums.set(holder, credit ? [taken + amount[row], paid] : [taken, paid + amount[row]]);
      });
    }
    const ratios = [...sums.values()].map(([taken, paid]) => paid / taken);
    expect(ratios.length).toBeGreaterThan(150);
    expect(ratios.filter((ratio) => ratio >= 0.85 && ratio <= 1.1).length / ratios.length).toBeGreaterThan(0.8);
  });

  it("agree on both sides of a transfer", () => {
    const legs = new Map<number, string[]>();
    for (const { tables } of blocks) {
      const t = tables.transactions;
      const [transfer, account, party, time, amount, memo, direction] = [
        "transfer",
        "account",
        "counterparty",
        "time",
        "amount_cents",
        "memo",
        "direction",
      ].map((name) => cells(t, name));
      transfer.forEach((id, row) => {
        if (id === null) return;
        const ends = [Number(account[row]), Number(party[row])];
        if (direction[row] === "credit") ends.reverse();
        legs.set(Number(id), [...(legs.get(Number(id)) ?? []), [...ends, time[row], amount[row], memo[row]].join("|")]);
      });
    }
    expect(legs.size).toBeGreaterThan(1000);
    expect([...legs.values()].filter((pair) => pair.length !== 2 || pair[0] !== pair[1])).toEqual([]);
  });

  it("number about 150 an account", () => {
    const mean = blocks.reduce((sum, { tables }) => sum + tables.transactions.rows, 0) / ACCOUNT_COUNT;
    expect(mean).toBeGreaterThan(135);
    expect(mean).toBeLessThan(170);
  });
});

describe("labels", () => {
  it("hold 1 % positives in at least 20 rings of 2 to 5", () => {
    expect(positives.size).toBe(50);
    const sizes = numbers(world.commons().rings, "accounts");
    expect(sizes.length).toBeGreaterThanOrEqual(20);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5);
    expect(sizes.reduce((a, b) => a + b)).toBe(50);
  });

  it.each([
    [10_000, 40],
    [20_000, 80],
  ])("hold, of %d accounts, at least %d rings, shifted or not", (accounts, least) => {
    for (const shift of [false, true])
      expect(createBank(spec, { seed, size: { accounts }, shift }).commons().rings.rows).toBeGreaterThanOrEqual(least);
  });

  it("name every look-alike group, with 20 lawful members or more, and every typology, in both languages", () => {
    const lawful = new Map<Cell, number>();
    const groups = all((block) => block.tables.groups, "group");
    all((block) => block.tables.groups, "account").forEach((account, i) => {
      if (!positives.has(Number(account))) lawful.set(groups[i], (lawful.get(groups[i]) ?? 0) + 1);
    });
    expect([...lawful.keys()].sort()).toEqual(Object.keys(LOOKALIKE_GROUPS).sort());
    expect(Math.min(...lawful.values())).toBeGreaterThanOrEqual(20);
    expect(Object.keys(TYPOLOGIES)).toEqual(expect.arrayContaining(all((block) => block.tables.positives, "typology")));
  });

  it("plant something in every positive and nothing elsewhere", () => {
    const planted = new Set<number>();
    const account = all((block) => block.tables.findings, "account");
    all((block) => block.tables.findings, "planted").forEach((flag, i) => flag === 1 && planted.add(Number(account[i])));
    expect([...planted].sort((a, b) => a - b)).toEqual([...positives].sort((a, b) => a - b));
  });

  it("plant at least 30 different indicators, all of the catalogue’s money", () => {
    const indicator = all((block) => block.tables.findings, "indicator");
    const planted = new Set(
      all((block) => block.tables.findings, "planted").flatMap((flag, i) => (flag === 1 ? [indicator[i]] : [])),
    );
    expect(planted.size).toBeGreaterThanOrEqual(30);
    expect([...INDICATORS].sort()).toEqual([...INDICATORS]);
    expect(INDICATORS.filter((indicator) => !isMoneyIndicator(indicator))).toEqual([]);
  });

  it("are sorted by account, indicator, evidence", () => {
    const f = blocks[3].tables.findings;
    const [account, indicator, evidence] = [numbers(f, "account"), cells(f, "indicator").map(String), numbers(f, "evidence")];
    for (let i = 1; i < f.rows; i++) {
      const before =
        account[i - 1] - account[i] ||
        (indicator[i - 1] < indicator[i] ? -1 : indicator[i - 1] > indicator[i] ? 1 : 0) ||
        evidence[i - 1] - evidence[i];
      expect(before).toBeLessThan(0);
    }
  });

  it("keep a ring, and a household, in one unit with one stratum", () => {
    const stratumOf = new Map<Cell, Cell>();
    const [units, strata] = ["unit", "stratum"].map((name) => all((block) => block.tables.units, name));
    units.forEach((unit, i) => {
      expect(stratumOf.get(unit) ?? strata[i]).toBe(strata[i]);
      stratumOf.set(unit, strata[i]);
    });
    expect(units.length).toBe(ACCOUNT_COUNT);
    expect([...stratumOf.values()].filter((stratum) => String(stratum).startsWith("ring")).length).toBe(
      world.commons().rings.rows,
    );
  });
});

/** Joins blocks into one batch, as a reader of the whole set has it. */
function joined(tables: readonly TableBatch[]): TableBatch {
  const columns = Object.fromEntries(
    Object.keys(tables[0].columns).map((name) => {
      const values = tables.flatMap((table) => cells(table, name));
      if (tables[0].columns[name].kind !== "text") {
        return [
          name,
          {
            kind: "int64" as const,
            values: Float64Array.from(values, (value) => Number(value ?? 0)),
            valid: Uint8Array.from(values, (value) => (value === null ? 0 : 1)),
          },
        ];
      }
      const words = [...new Set(values.filter((value) => value !== null).map(String))].sort();
      const codes = new Map(words.map((word, i) => [word, i]));
      return [name, { kind: "text" as const, words, codes: Int32Array.from(values, (value) => codes.get(String(value)) ?? -1) }];
    }),
  );
  return { rows: tables.reduce((sum, table) => sum + table.rows, 0), columns };
}

describe("findings", () => {
  const some = createBank(spec, { seed: new Uint8Array(32).fill(4), size: { accounts: 1000 } });
  const parts = Array.from({ length: some.blockCount }, (_, i) => some.block(i));

  it("come out the same from the inputs of the whole set, without labels", () => {
    const inputs = {
      accounts: joined(parts.map(({ tables }) => tables.accounts)),
      transactions: joined(parts.map(({ tables }) => tables.transactions)),
      events: joined(parts.map(({ tables }) => tables.events)),
      merchants: some.commons().merchants,
    };
    const again = findingsOf(inputs, { days: spec.days });
    const rows = Array.from({ length: again.count }, (_, i) =>
      [again.account[i], INDICATORS[again.indicator[i]], again.evidence[i]].join(),
    );
    const labels = parts.flatMap(({ tables: { findings } }) => {
      const [account, indicator, evidence] = ["account", "indicator", "evidence"].map((name) => cells(findings, name));
      return account.map((_, i) => [account[i], indicator[i], evidence[i]].join());
    });
    expect(rows).toEqual(labels);
  });
});

describe("with crime switched off", () => {
  it("every account without planted rows is the same, and nobody is labelled", () => {
    const quiet = createBank(spec, { seed, size: { accounts: ACCOUNT_COUNT }, crime: false });
    const rowsOf = (block: WorldBlock, skip: ReadonlySet<number>) =>
      (["accounts", "transactions", "events"] as const).map((name) => {
        const table = block.tables[name];
        const kept = numbers(table, "account").map((account) => !skip.has(account));
        return Object.keys(table.columns).map((column) => cells(table, column).filter((_, row) => kept[row]));
      });
    for (let i = 0; i < quiet.blockCount; i++) {
      const block = quiet.block(i);
      expect(JSON.stringify(rowsOf(block, positives))).toBe(JSON.stringify(rowsOf(blocks[i], positives)));
      expect(block.tables.positives.rows).toBe(0);
      expect(cells(block.tables.findings, "planted")).not.toContain(1);
    }
    expect(quiet.commons().rings.rows).toBe(0);
  });
});

describe("nothing tells on a ring by itself:", () => {
  const t = blocks.map(({ tables }) => tables.transactions);
  const perAccount = (values: (table: TableBatch) => readonly number[]) => {
    const sums = new Float64Array(ACCOUNT_COUNT);
    const counts = new Float64Array(ACCOUNT_COUNT);
    for (const table of t) {
      const account = numbers(table, "account");
      values(table).forEach((value, row) => {
        sums[account[row]] += value;
        counts[account[row]]++;
      });
    }
    return (account: number) => sums[account] / Math.max(1, counts[account]);
  };

  const counts = new Map<Cell, number>();
  for (const table of t) for (const account of numbers(table, "account")) counts.set(account, (counts.get(account) ?? 0) + 1);
  const rowCount = (account: number) => counts.get(account) ?? 0;

  it.each([
    ["the account’s number", (account: number) => account],
    ["ids", perAccount((table) => numbers(table, "transaction"))],
    ["the number of rows", rowCount],
    ["seconds of the minute", perAccount((table) => numbers(table, "time").map((time) => (time / 1000) % 60))],
  ])("%s", (_name, value) => {
    const area = auc(value);
    expect(area).toBeGreaterThan(0.36);
    expect(area).toBeLessThan(0.64);
  });

  it("no word of a column is used by many accounts that are mostly of rings", () => {
    const revealing: string[] = [];
    for (const name of Object.keys(t[0].columns).filter((column) => t[0].columns[column].kind === "text")) {
      const users = new Map<string, Set<number>>();
      for (const table of t) {
        const account = numbers(table, "account");
        cells(table, name).forEach((word, row) => {
          const key = String(word);
          const set = users.get(key) ?? new Set<number>();
          users.set(key, set.add(account[row]));
        });
      }
      for (const [word, accounts] of users) {
        const guilty = [...accounts].filter((account) => positives.has(account)).length;
        if (accounts.size >= 16 && guilty / accounts.size > 0.3) revealing.push(`${name}=${word}`);
      }
    }
    expect(revealing).toEqual([]);
  });
});
