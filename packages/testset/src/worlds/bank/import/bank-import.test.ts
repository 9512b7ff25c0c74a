import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDataset } from "@vigie/sdk/node";
import { SpecError, TableReader, type Cell, type TableBatch } from "@vigie/spec";
import { AMLWORLD_HEADER, AMLWORLD_PATTERNS, AMLWORLD_ROWS, fileOf, mapNamed, wishFor } from "../../../../test/import-fixture.ts";
import { scratchFolder } from "../../../../test/scratch-folder.ts";
import { verifyTestset } from "../../../checksums.ts";
import { TooManyBadRows } from "../../../import/bad-rows.ts";
import { isImported } from "../../../import/imports.ts";
import type { ImportWish } from "../../../import/world-import.ts";
import { readTable } from "../../../read/read-table.ts";
import { openTruth } from "../../../read/truth.ts";
import { LABELLED_BY_SOURCE } from "./imported-labels.ts";

const scratch = scratchFolder();
const amlworld = mapNamed("amlworld");
let count = 0;

async function imported(files: readonly string[], more: Partial<ImportWish> = {}, map = amlworld) {
  const folder = join(scratch, `set-${++count}`);
  return { folder, report: await map.importSet(wishFor(map, files, folder, more)) };
}

function cells(batch: TableBatch): Record<string, Cell>[] {
  const columns = Object.keys(batch.columns).map((name) => [name, new TableReader(batch, "").cells(name)] as const);
  return Array.from({ length: batch.rows }, (_, row) => Object.fromEntries(columns.map(([name, cell]) => [name, cell(row)])));
}

const aml = fileOf(scratch, "HI-Tiny_Trans.csv", [AMLWORLD_HEADER, ...AMLWORLD_ROWS]);
const patterns = fileOf(scratch, "HI-Tiny_Patterns.txt", AMLWORLD_PATTERNS);

describe("an import, AMLworld's layout", async () => {
  const { folder, report } = await imported([aml], { beside: { patterns } });
  const transactions = cells(readTable(join(folder, "inputs"), "transactions"));

  it("makes two legs of each transfer, with the amount of each side in dollars", () => {
    expect(report.counts).toMatchObject({ transfers: 8, transactions: 16, accounts: 8, positives: 6, rings: 2, largestRing: 4 });
    const legs = transactions
      .map((row) => `${String(row["direction"])} ${String(row["amount_cents"])} ${String(row["channel"])}`)
      .sort();
    expect(legs).toEqual(
      [
        ["debit 491746 eft", "credit 491746 eft"],
        ["debit 13300 eft", "credit 13300 eft"],
        ["debit 13300 wire", "credit 13300 wire"],
        ["debit 26000 virtual-currency", "credit 26000 virtual-currency"],
        ["debit 1650 pos", "credit 1650 pos"],
        ["debit 3020 cheque", "credit 3020 cheque"],
        ["debit 1425 branch-cash", "credit 1425 branch-cash"],
        ["debit 4650 eft", "credit 4650 eft"],
      ]
        .flat()
        .sort(),
    );
  });

  it("joins the two legs by one transfer id, each naming the other's account", () => {
    const byTransfer = new Map<unknown, typeof transactions>();
    for (const row of transactions) byTransfer.set(row["transfer"], [...(byTransfer.get(row["transfer"]) ?? []), row]);
    expect(byTransfer.size).toBe(8);
    for (const [one, other] of byTransfer.values()) {
      expect([one["direction"], other["direction"]].sort()).toEqual(["credit", "debit"]);
      expect([one["counterparty"], other["counterparty"]]).toEqual([String(other["account"]), String(one["account"])]);
      expect(one["time"]).toBe(other["time"]);
    }
  });

  it("sorts rows by account and time, and counts balances from 0", () => {
    let last = { account: -1, time: -1, balance: 0 };
    for (const row of transactions) {
      const [account, time] = [Number(row["account"]), Number(row["time"])];
      if (account !== last.account) last = { account, time, balance: 0 };
      expect(account).toBeGreaterThanOrEqual(last.account);
      expect(time).toBeGreaterThanOrEqual(last.time);
      const moved = row["direction"] === "credit" ? Number(row["amount_cents"]) : -Number(row["amount_cents"]);
      last = { account, time, balance: last.balance + moved };
      expect(row["balance_after_cents"]).toBe(last.balance);
    }
  });

  it("keeps no name of the source", () => {
    const words = JSON.stringify([transactions, cells(readTable(join(folder, "inputs"), "accounts"))]);
    for (const name of ["A00", "B00", "H00", "010", "050/"]) expect(words).not.toContain(`"${name}"`);
  });

  it("labels what the source marks, with its rows as evidence, and takes rings from the patterns", () => {
    const truth = openTruth(folder);
    const labels = join(folder, "labels");
    const positives = cells(readTable(labels, "positives"));
    expect(positives.map(({ role }) => role)).toEqual(Array.from({ length: 6 }, () => "mule"));
    const findings = cells(readTable(labels, "findings"));
    for (const { account, indicator, evidence, planted } of findings) {
      expect([indicator, planted]).toEqual([LABELLED_BY_SOURCE, 1]);
      expect(truth.owns(Number(account), Number(evidence))).toBe(true);
    }
    const evidenceOf = positives.map(({ account }) => findings.filter((finding) => finding["account"] === account).length);
    expect(evidenceOf.sort()).toEqual([1, 1, 1, 1, 1, 3]);
    const rings = cells(readTable(labels, "rings"));
    expect(rings.map(({ typology, accounts }) => `${String(typology)} ${String(accounts)}`).sort()).toEqual([
      "fan-out 4",
      "illicit-transfers 2",
    ]);
    const units = cells(readTable(labels, "units")).map(({ unit }) => unit);
    for (const one of positives) {
      for (const other of positives)
        expect(units[Number(one["account"])] === units[Number(other["account"])]).toBe(one["ring"] === other["ring"]);
    }
    expect(isImported(folder)).toBe(true);
  });

  it("is read by the SDK, and is what its checksums say", async () => {
    const dataset = openDataset(join(folder, "inputs"));
    expect(dataset.accounts.length).toBe(8);
    expect(dataset.accounts.reduce((sum, account) => sum + account.transactions.length, 0)).toBe(16);
    dataset.close();
    expect(await verifyTestset(folder)).toEqual([]);
    expect(statSync(join(folder, "labels")).mode & 0o777).toBe(0o700);
  });

  it("gives the same bytes again, and others under another seed", async () => {
    const again = await imported([aml], { beside: { patterns } });
    const other = await imported([aml], { beside: { patterns }, seed: "other" });
    expect(again.report.digest).toEqual(report.digest);
    expect(other.report.digest.inputsDigest).not.toBe(report.digest.inputsDigest);
  });

  it("leaves nothing beside the set", () => {
    expect(readdirSync(scratch).filter((name) => name.includes("partial"))).toEqual([]);
  });

  it("reads quoted fields, CRLF and a byte order mark to the same rows", async () => {
    const quoted = AMLWORLD_ROWS.map((row) =>
      row
        .split(",")
        .map((field) => `"${field}"`)
        .join(","),
    );
    const file = fileOf(scratch, "crlf.csv", [`\ufeff${AMLWORLD_HEADER}`, ...quoted], "\r\n");
    const { report: same } = await imported([file], { beside: { patterns } });
    expect(same.counts).toMatchObject({ transfers: 8, positives: 6, rings: 2 });
    expect(same.bad.total).toBe(0);
  });
});

describe("an import, bad rows", () => {
  const damaged: readonly (readonly [string, Record<string, unknown>])[] = [
    ["2022/09/01 00:20,010,A00", { kind: "fields", column: null, expected: "11", found: "3" }],
    ["2022/09/31 00:20,010,A00,020,B00,1,Euro,1,Euro,ACH,0", { kind: "time", column: "Timestamp", expected: "YYYY/MM/DD HH:mm" }],
    ["2022/09/01 00:20,010,A00,020,B00,1,Euro,-1,Euro,ACH,0", { kind: "negative-amount", column: "Amount Paid", found: "-1" }],
    ["2022/09/01 00:20,010,A00,020,B00,0.001,Euro,1,Euro,ACH,0", { kind: "zero-amount", column: "Amount Received" }],
    ["2022/09/01 00:20,010,A00,020,B00,many,Euro,1,Euro,ACH,0", { kind: "amount", column: "Amount Received", found: "many" }],
    [
      "2022/09/01 00:20,010,A00,020,B00,1,Florin,1,Euro,ACH,0",
      { kind: "currency", column: "Receiving Currency", found: "Florin" },
    ],
    ["2022/09/01 00:20,010,A00,020,B00,1,Euro,1,Euro,Barter,0", { kind: "kind", column: "Payment Format", found: "Barter" }],
    [
      "2022/09/01 00:20,010,A00,020,B00,1,Euro,1,Euro,ACH,perhaps",
      { kind: "illicit", column: "Is Laundering", found: "perhaps" },
    ],
    ["2022/09/01 00:20,010,,020,B00,1,Euro,1,Euro,ACH,0", { kind: "account", column: "Account" }],
    ['2022/09/01 00:20,010,"A"00,020,B00,1,Euro,1,Euro,ACH,0', { kind: "quotes", column: null }],
  ];

  it("counts and locates each, and uses the others", async () => {
    const lines = damaged.flatMap(([line], i) => [line, AMLWORLD_ROWS[i % AMLWORLD_ROWS.length]]);
    const file = fileOf(scratch, "damaged.csv", [AMLWORLD_HEADER, ...AMLWORLD_ROWS, ...lines]);
    const { report } = await imported([file], { badShare: 0.5 });
    expect(report.counts.transfers).toBe(AMLWORLD_ROWS.length + damaged.length);
    expect(report.bad.total).toBe(damaged.length);
    expect(report.bad.byKind).toEqual(Object.fromEntries(damaged.map(([, { kind }]) => [kind, 1])));
    const first = 2 + AMLWORLD_ROWS.length;
    damaged.forEach(([, expected], i) => {
      expect(report.bad.first[i]).toMatchObject({ ...expected, file, line: first + 2 * i });
    });
  });

  it("stops where there are more than the declared share, and leaves nothing", async () => {
    const file = fileOf(scratch, "worse.csv", [AMLWORLD_HEADER, ...AMLWORLD_ROWS, damaged[0][0]]);
    await expect(imported([file], { badShare: 0.1 })).rejects.toThrow(TooManyBadRows);
    expect(readdirSync(scratch).filter((name) => name.startsWith(`set-${count}`))).toEqual([]);
    expect((await imported([file], { badShare: 0.12 })).report.bad.total).toBe(1);
  });

  it("gives a file of rubbish up early", async () => {
    const file = fileOf(scratch, "rubbish.csv", [AMLWORLD_HEADER, ...Array.from({ length: 50_000 }, () => "x")]);
    await expect(imported([file], { badShare: 1 })).rejects.toMatchObject({ name: "TooManyBadRows", rows: 1000 });
  });

  it("shows twenty and counts all", async () => {
    const file = fileOf(scratch, "thirty.csv", [AMLWORLD_HEADER, ...AMLWORLD_ROWS, ...Array.from({ length: 30 }, () => "x")]);
    const { report } = await imported([file], { badShare: 1 });
    expect([report.bad.first.length, report.bad.total]).toEqual([20, 30]);
  });

  it("locates what is wrong in a pattern file", async () => {
    const broken = fileOf(scratch, "broken_Patterns.txt", [
      "stray",
      AMLWORLD_PATTERNS[0],
      "2022/09/01",
      ...AMLWORLD_PATTERNS.slice(1, 4),
    ]);
    const { report } = await imported([aml], { beside: { patterns: broken }, badShare: 1 });
    expect(report.bad.first.map(({ line, kind }) => [line, kind])).toEqual([
      [1, "pattern"],
      [3, "fields"],
      [2, "pattern"],
    ]);
    expect(report.bad.first.every(({ file }) => file === broken)).toBe(true);
    expect(report.counts.rings).toBe(2);
  });
});

describe("an import, what cannot be imported", () => {
  const refusals: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    ["a file of another layout", () => imported([fileOf(scratch, "other.csv", ["a,b", "1,2"])]), "bad-header"],
    ["an empty file", () => imported([fileOf(scratch, "empty.csv", [], "")]), "bad-header"],
    [
      "a file without illicit rows",
      () => imported([fileOf(scratch, "calm.csv", [AMLWORLD_HEADER, AMLWORLD_ROWS[4]])]),
      "nothing-to-find",
    ],
    [
      "a file of illicit rows alone",
      () => imported([fileOf(scratch, "wild.csv", [AMLWORLD_HEADER, AMLWORLD_ROWS[1]])]),
      "nothing-to-find",
    ],
    ["a pattern file that is none", () => imported([aml], { beside: { patterns: aml }, badShare: 1 }), "foreign-patterns"],
    [
      "a pattern file of other transfers",
      () =>
        imported([fileOf(scratch, "part.csv", [AMLWORLD_HEADER, AMLWORLD_ROWS[5], AMLWORLD_ROWS[6]])], { beside: { patterns } }),
      "foreign-patterns",
    ],
    [
      "a file of accounts that the map does not describe",
      () => imported([aml], { beside: { accounts: aml } }),
      "no-accounts-map",
    ],
  ];
  it.each(refusals)("refuses %s", async (_, run, code) => {
    await expect(run()).rejects.toMatchObject({ name: "SpecError", code });
    expect(readdirSync(scratch).filter((name) => name.includes("partial"))).toEqual([]);
  });

  it("refuses a folder with something in it, before anything is read", async () => {
    const folder = join(scratch, "taken");
    await amlworld.importSet(wishFor(amlworld, [aml], folder));
    writeFileSync(join(folder, "mine"), "");
    const refused = amlworld.importSet(wishFor(amlworld, ["no such file"], folder));
    await expect(refused).rejects.toThrow(SpecError);
    await expect(refused).rejects.toMatchObject({ code: "exists" });
  });
});

describe("an import, other layouts", () => {
  it("reads AMLSim: rings from alert numbers, places from the accounts' file", async () => {
    const file = fileOf(scratch, "transactions.csv", [
      "tran_id,orig_acct,bene_acct,tx_type,base_amt,tran_timestamp,is_sar,alert_id",
      "1,10,11,TRANSFER,100.5,2017-01-01T00:00:00Z,False,-1",
      "2,11,12,TRANSFER,50,2017-01-02T00:00:00Z,True,3",
      "3,12,13,TRANSFER,49,2017-01-03T00:00:00Z,True,3",
      "4,14,10,TRANSFER,9,2017-01-03T00:00:00Z,True,4",
    ]);
    const accounts = fileOf(scratch, "accounts.csv", [
      "acct_id,dsply_nm,type,prior_sar_count,bank_id,city,state",
      ...[10, 11, 12, 13, 14, 15].map((id) => `${id},C_${id},SAV,false,bank_a,Anytown,${id === 15 ? "" : "ZZ"}`),
    ]);
    const { folder, report } = await imported([file], { beside: { accounts } }, mapNamed("amlsim"));
    expect(report.counts).toMatchObject({ transfers: 4, accounts: 6, positives: 5, rings: 2, largestRing: 3 });
    const rows = cells(readTable(join(folder, "inputs"), "accounts"));
    expect(rows.map(({ home_province }) => home_province).sort()).toEqual(["ZZ", "ZZ", "ZZ", "ZZ", "ZZ", "unknown"]);
    expect(new Set(rows.map(({ institution }) => institution)).size).toBe(1);
    expect(JSON.stringify(rows)).not.toContain("bank_a");
  });

  it("reads SAML-D: typologies go to the labels alone", async () => {
    const file = fileOf(scratch, "SAML-D.csv", [
      "Time,Date,Sender_account,Receiver_account,Amount,Payment_currency,Received_currency,Sender_bank_location,Receiver_bank_location,Payment_type,Is_laundering,Laundering_type",
      "10:35:19,2022-10-07,1,2,10,UK pounds,UK pounds,UK,UK,Cheque,0,Normal_Small_Fan_Out",
      "10:35:20,2022-10-07,3,4,20,UK pounds,Euro,UK,FR,Cross-border,1,Smurfing",
    ]);
    const { folder } = await imported([file], {}, mapNamed("saml-d"));
    expect(cells(readTable(join(folder, "labels"), "rings"))).toMatchObject([{ typology: "smurfing", accounts: 2 }]);
    const transactions = cells(readTable(join(folder, "inputs"), "transactions"));
    expect(JSON.stringify(transactions).toLowerCase()).not.toContain("smurf");
    expect(transactions.map(({ time }) => time).sort()).toEqual([
      Date.UTC(2022, 9, 7, 10, 35, 19),
      Date.UTC(2022, 9, 7, 10, 35, 19),
      Date.UTC(2022, 9, 7, 10, 35, 20),
      Date.UTC(2022, 9, 7, 10, 35, 20),
    ]);
  });

  it("reads PaySim: merchants stay outside, cash in goes to nameOrig, balances are the source's", async () => {
    const file = fileOf(scratch, "paysim.csv", [
      "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud",
      "1,PAYMENT,10,C1,100,90,M9,0,0,0,0",
      "2,CASH_IN,5,C1,90,95,C2,50,45,0,0",
      "3,TRANSFER,95,C1,95,0,C3,0,0,1,0",
      "3,CASH_OUT,95,C3,95,0,C2,45,140,1,1",
      "4,PAYMENT,1,C4,1,0,M9,0,0,0,0",
    ]);
    const { folder, report } = await imported([file], {}, mapNamed("paysim"));
    expect(report.counts).toMatchObject({ transactions: 8, accounts: 4, positives: 3, rings: 1 });
    const rows = cells(readTable(join(folder, "inputs"), "transactions"));
    const external = rows.filter(({ counterparty_kind }) => counterparty_kind === "external");
    expect(external.map(({ transfer, direction }) => [transfer, direction])).toEqual([
      [null, "debit"],
      [null, "debit"],
    ]);
    expect(external[0]["counterparty"]).toBe(external[1]["counterparty"]);
    const cashIn = rows.filter(({ code }) => code === "deposit");
    expect(cashIn.map(({ direction, balance_after_cents }) => [direction, balance_after_cents]).sort()).toEqual([
      ["credit", 9500],
      ["debit", 4500],
    ]);
  });
});
