import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut, SMALL_WORLD, type SmallWorld } from "../../../test/write-tables.ts";
import { bufferSource } from "../../reader/byte-source.ts";
import { openTables } from "./open-tables.ts";

/** Opens from buffers that lie at an odd place, and counts what is read. */
function open(world: SmallWorld, shift = 0) {
  const { layout, files } = layOut(world);
  const reads: [string, number][] = [];
  const dataset = openTables(JSON.parse(JSON.stringify(layout)), (file) => {
    const bytes = files.get(file)!;
    const moved = new Uint8Array(bytes.length + shift).subarray(shift);
    moved.set(bytes);
    const source = bufferSource(moved, file);
    return { read: (offset, length) => (reads.push([file, length]), source.read(offset, length)) };
  });
  return { dataset, reads };
}

describe("a data set in buffers", () => {
  test.each([0, 1, 4])("gives back every value that was written, with buffers shifted by %i bytes", (shift) => {
    const { dataset } = open(SMALL_WORLD, shift);
    const plain = (rows: readonly object[]) => JSON.parse(JSON.stringify(rows));
    const rows = dataset.accounts.flatMap((account) => account.transactions);
    SMALL_WORLD.transactions.forEach((row, i) => expect(plain(rows)[i]).toMatchObject(row));
    SMALL_WORLD.accounts.forEach((row, i) => expect(plain(dataset.accounts)[i]).toMatchObject(row));
    SMALL_WORLD.merchants.forEach((row, i) => expect(plain(dataset.merchants)[i]).toMatchObject(row));
    SMALL_WORLD.events.forEach((row, i) => expect(plain(dataset.accounts[2].events)[i]).toMatchObject(row));
    expect(rows[0].memo).toBeNull();
    expect(dataset.accounts[1].declaredIncomeCents).toBeNull();
  });

  test("hands transactions out as a real array of their account, the same one each time", () => {
    const { dataset } = open(SMALL_WORLD);
    const [first, empty, last] = dataset.accounts;
    expect(Array.isArray(first.transactions)).toBe(true);
    expect(first.transactions).toBe(first.transactions);
    expect(empty.transactions).toEqual([]);
    expect(last.transactions.map((t) => t.transaction)).toEqual([11, 12, 13]);
    expect(last.events.map((e) => e.type)).toEqual(["login", "branch-note"]);
  });

  test("knows local time, the merchant and the account on the other side", () => {
    const { dataset } = open(SMALL_WORLD);
    const [stay, transfer] = [dataset.accounts[0].transactions[1], dataset.accounts[2].transactions[0]];
    // 2025-01-01T03:00Z less five hours is 22:00 on 31 December 2024.
    expect([stay.localHour, stay.localMinute, stay.localDay]).toEqual([22, 1320, Date.UTC(2024, 11, 31) / 86_400_000]);
    expect(stay.merchant?.name).toBe("Auberge du Phare");
    expect(stay.counterpartyAccount).toBeNull();
    expect(transfer.counterpartyAccount).toBe(0);
    expect(transfer.merchant).toBeNull();
  });

  test("reads no column before it is asked for, and then that column alone, once", () => {
    const { dataset, reads } = open(SMALL_WORLD);
    expect(reads).toEqual([]);
    const rows = dataset.accounts.map((account) => account.transactions).flat();
    expect(reads).toEqual([["transactions.arrow", 20]]);
    rows.forEach((row) => row.amountCents);
    rows.forEach((row) => row.amountCents);
    expect(reads.slice(1)).toEqual([["transactions.arrow", 40]]);
  });

  test("reads a window of a column without the rest", () => {
    const { dataset, reads } = open(SMALL_WORLD);
    const { transactions } = dataset.tables;
    expect([...transactions.numbers("amountCents", 2, 4)]).toEqual([100, 200]);
    expect(reads).toEqual([["transactions.arrow", 16]]);
    expect([...transactions.numbers("utcOffsetMinutes", 1, 4)]).toEqual([-300, -240, -210]);
  });

  test("gives columns with NaN and −1 where nothing is there", () => {
    const { transactions } = open(SMALL_WORLD).dataset.tables;
    expect([...transactions.numbers("mcc")]).toEqual([NaN, 7011, NaN, NaN, NaN]);
    expect([...transactions.numbers("transfer", 1, 3)]).toEqual([NaN, 99]);
    const cities = transactions.words("city");
    expect([...transactions.codes("city")].map((code) => cities[code] ?? null)).toEqual(["Montréal", null, null, null, null]);
    expect([...transactions.codes("memo", 1, 3)]).toEqual([-1, 0]);
    expect([...transactions.starts]).toEqual([0, 2, 2, 5]);
  });

  test("reads tables without rows", () => {
    const { dataset } = open({ ...SMALL_WORLD, transactions: [], events: [] });
    expect(dataset.accounts.flatMap((account) => [...account.transactions, ...account.events])).toEqual([]);
    expect([dataset.tables.events.codes("type").length, dataset.tables.events.words("note")]).toEqual([0, []]);
  });

  test("keeps every integer below 2^52, and negative ones, to the last digit", () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { minLength: 1, maxLength: 20 }), (amounts) => {
        const transactions = amounts.map((amountCents, i) => ({
          ...SMALL_WORLD.transactions[0],
          transaction: i,
          account: 0,
          amountCents,
        }));
        const { dataset } = open({ ...SMALL_WORLD, transactions });
        expect(dataset.accounts[0].transactions.map((t) => t.amountCents)).toEqual(amounts);
        expect([...dataset.tables.transactions.numbers("amountCents")]).toEqual(amounts);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ["rows out of order", { ...SMALL_WORLD, transactions: [...SMALL_WORLD.transactions].reverse() }, "sorted by account"],
    [
      "a row of an account that is not there",
      { ...SMALL_WORLD, transactions: [{ ...SMALL_WORLD.transactions[0], account: 3 }] },
      "accounts that exist",
    ],
    [
      "a channel of another version",
      { ...SMALL_WORLD, transactions: [{ ...SMALL_WORLD.transactions[0], channel: "pigeon" }] },
      "pigeon",
    ],
  ])("says where the data are damaged: %s", (_, world, message) => {
    const { dataset } = open(world);
    expect(() => dataset.accounts.flatMap((a) => a.transactions).map((t) => t.channel)).toThrow(message);
  });

  test("names the column that is unknown or of another kind", () => {
    const { tables } = open(SMALL_WORLD).dataset;
    // @ts-expect-error not a column
    expect(() => tables.transactions.numbers("amount")).toThrow(/amountCents.*found "amount"/);
    // @ts-expect-error a text column
    expect(() => tables.transactions.numbers("memo")).toThrow("codes(");
    expect(() => tables.transactions.numbers("mcc", 3, 99)).toThrow("within 0 and 5");
  });
});
