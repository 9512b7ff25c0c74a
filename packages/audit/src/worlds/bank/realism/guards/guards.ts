/** The guards of a test set, in the order of the report. */
import type { TableReader } from "@vigie/spec";
import type { BankTruth } from "../bank-truth.ts";
import { businessesOf, inputTable, wordsOf } from "../walk.ts";
import { cityOf } from "./cities.ts";
import type { Guard } from "./guard.ts";
import { Habits } from "./habits.ts";
import { MemoFit } from "./memo-fit.ts";
import { MerchantGrowth } from "./merchant-growth.ts";
import { MoneyFlow } from "./money-flow.ts";
import { PayCadence } from "./pay-cadence.ts";
import { Stays } from "./stays.ts";
import { Travel } from "./travel.ts";
import { isMisuse } from "./whereabouts.ts";

/** Ids of rows that were planted as a card in somebody else's hand. */
function misusedRows(truth: BankTruth): Set<number> {
  const misused = new Set<number>();
  truth.eachFinding((_, { indicator, evidence, planted }) => {
    if (planted && isMisuse(indicator)) misused.add(evidence);
  });
  return misused;
}

/** @param accounts the set's table of accounts. */
export function guardsOf(folder: string, accounts: TableReader, truth: BankTruth, firstDay: number): Guard[] {
  const homes = accounts.optionalText("home_city");
  const homeOf = Int32Array.from(homes.codes, (code) => (code < 0 ? -1 : cityOf(homes.words[code])));
  const merchants = inputTable(folder, "merchants", ["merchant"]).rows;
  return [
    new Travel(truth.standing, firstDay, misusedRows(truth)),
    new Stays(truth.standing, homeOf),
    new MoneyFlow(truth.standing, truth.members, businessesOf(accounts)),
    new MemoFit(accounts.rows, wordsOf(folder, "memo")),
    new PayCadence(truth.standing),
    new Habits(accounts.rows),
    new MerchantGrowth(accounts.rows, merchants),
  ];
}
