/** Measures a test set for the realism report: two walks over its transactions, and its labels. */
import { join } from "node:path";
import { comparisonTitle, comparisonWords, realismReportHtml, type Comparison, type RealismReport } from "@vigie/report/bank";
import { SpecError, TableReader } from "@vigie/spec";
import { readTestsetName, tableWindows } from "@vigie/testset";
import type { BoundedMeasure, Realism } from "../../world-audit.ts";
import { Amounts } from "./amounts.ts";
import { Balances } from "./balances.ts";
import { readBankTruth } from "./bank-truth.ts";
import { Circles } from "./circles.ts";
import { Clocks } from "./clock.ts";
import { Digits } from "./digits.ts";
import { guardsOf } from "./guards/guards.ts";
import { shownRow } from "./guards/guard.ts";
import { readExamples } from "./examples.ts";
import { indicatorRates } from "./indicators.ts";
import { loginComparison } from "./logins.ts";
import { Messages } from "./messages.ts";
import { Payments } from "./payments.ts";
import { placeComparisons } from "./places.ts";
import { Rhythm } from "./rhythm.ts";
import { businessesOf, inputTable, walkTransactions, wordsOf } from "./walk.ts";

const MINUTES_A_DAY = 1440;

/** First local day of any row, and how many days to the last. */
function period(folder: string): { readonly firstDay: number; readonly days: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const window of tableWindows(join(folder, "inputs"), "transactions", ["time", "utc_offset_minutes"])) {
    const table = new TableReader(window, "transactions");
    const times = table.numbers("time");
    const offsets = table.numbers("utc_offset_minutes");
    for (let at = 0; at < window.rows; at++) {
      const day = Math.floor((Math.floor(times[at] / 60_000) + offsets[at]) / MINUTES_A_DAY);
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  if (last >= first) return { firstDay: first, days: last - first + 1 };
  const file = join(folder, "inputs", "transactions.arrow");
  throw new SpecError("invalid", [{ file, pointer: "", expected: "at least one transaction", found: "none" }]);
}

/** Account numbers by code of the counterparty; −1 for words that are no number. */
function accountNumbers(words: readonly string[]): Int32Array {
  return Int32Array.from(words, (word) => (/^\d{1,9}$/.test(word) ? Number(word) : -1));
}

/**
 * Measures the test set in `folder`, which holds `inputs/` and `labels/`. The same files give the same report.
 * @throws SpecError where a table cannot be read, or there is no transaction.
 */
export function measureRealism(folder: string): RealismReport {
  const accounts = inputTable(folder, "accounts");
  const businesses = businessesOf(accounts);
  const truth = readBankTruth(folder);
  const { firstDay, days } = period(folder);
  const numbers = accountNumbers(wordsOf(folder, "counterparty"));
  const clocks = new Clocks(firstDay, days);
  const circles = new Circles(accounts.rows, (party) => numbers[party]);
  const measures = [
    new Payments(firstDay, days),
    new Amounts(),
    clocks,
    new Rhythm(),
    circles,
    new Balances(),
    new Digits(),
    new Messages(wordsOf(folder, "memo")),
  ] as const;
  const guards = guardsOf(folder, accounts, truth, firstDay);
  const transactions = walkTransactions(folder, businesses, [...measures, ...guards]);
  return {
    title: readTestsetName(folder).title,
    accounts: accounts.rows,
    transactions,
    rings: truth.ringCount,
    firstDay,
    days,
    comparisons: [
      ...measures.flatMap((measure) => measure.comparisons()),
      ...placeComparisons(accounts),
      loginComparison(folder, businesses, days),
      ...guards.flatMap((guard) => guard.guarded()).map((row) => shownRow(row, truth.standing)),
    ],
    volumes: clocks.volumes(),
    groups: [...truth.groups].map(([group, members]) => ({ group, members: members.length })),
    counts: truth.counts,
    indicators: indicatorRates(truth),
    tails: circles.tails(),
    examples: readExamples(folder, truth, accounts, firstDay),
  };
}

function bounded(row: Comparison): BoundedMeasure {
  const [en, fr] = (["en", "fr"] as const).map((language) => comparisonWords(language, row.detail));
  return {
    title: { en: comparisonTitle("en", row), fr: comparisonTitle("fr", row) },
    observed: { en: en.observed, fr: fr.observed },
    bounds: { en: en.expected, fr: fr.expected },
    within: row.verdict === "none" ? null : row.verdict === "close",
    auc: row.ringAuc ?? null,
  };
}

/** Measures the test set in `folder`. @throws SpecError as `measureRealism` does. */
export function realismOf(folder: string): Realism {
  const report = measureRealism(folder);
  const count = (of: string): number => report.comparisons.filter(({ verdict }) => verdict === of).length;
  const close = count("close");
  const promises = report.comparisons.filter(
    ({ section, detail, verdict }) => section === "guards" || (detail.kind === "band" && verdict === "off"),
  );
  return {
    judged: close + count("off"),
    close,
    promises: promises.map(bounded),
    html: (language) => realismReportHtml(report, language),
  };
}
