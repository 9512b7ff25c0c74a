import { isBankDataset } from "@vigie/spec/bank";
import { loadDataset } from "@vigie/spec/node";
import fc from "fast-check";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Sfc32 } from "../../../chance/sfc32.ts";
import { merchantsTable } from "../commons.ts";
import { findingsOf } from "../findings/findings.ts";
import { layGround, USUAL_ACCOUNTS } from "../ground/ground.ts";
import { INDICATORS, placeOf, SETS, type Indicator } from "../indicators.ts";
import { AccountWriter } from "../ledger/account-writer.ts";
import { EventWriter } from "../ledger/event-writer.ts";
import { Ledger } from "../ledger/ledger.ts";
import { Partners } from "../ledger/partners.ts";
import { Statement } from "../ledger/settle.ts";
import { TransactionWriter } from "../ledger/transaction-writer.ts";
import { profileOf } from "../life/profile.ts";
import { knownElsewhere } from "../neighbours.ts";
import { parametersOf } from "../parameters.ts";
import { Plan } from "../plan.ts";
import { scriptOf, settleAccount, writeLife } from "../story.ts";
import { BEHAVIOURS, CERTAIN, suits } from "./behaviours.ts";
import { otherOf } from "./other.ts";

const loaded = loadDataset(join(import.meta.dirname, "../../../../../../datasets/follow-the-money"));
if (!isBankDataset(loaded)) throw new Error("expected a bank");
const spec = loaded;
const ACCOUNTS = 200;

/** Lets accounts of a fresh world act, each in a month of its own, beside their everyday life; tells how much of it shows. */
function letAct(indicator: Indicator, seedByte: number, strength: number) {
  const seed = new Uint8Array(32).fill(seedByte);
  // the shops and companies of an event's world: of a small one's two, three drawn are often the same
  const ground = layGround(spec, seed, USUAL_ACCOUNTS);
  const parameters = parametersOf(spec, seed, true);
  const plan = new Plan(seed, ACCOUNTS, parameters);
  const generator = new Sfc32();
  const ledger = new Ledger(ground);
  const statement = new Statement();
  const accounts = Array.from({ length: ACCOUNTS }, (_, account) => account).filter((account) =>
    suits(indicator, plan.business[plan.slotOf(account)] === 1),
  );
  const profiles = accounts.map((account) => profileOf(ground, plan, plan.slotOf(account), generator));
  const transactions = new TransactionWriter(
    ground,
    ACCOUNTS,
    new Partners(plan, (slot) => profileOf(ground, plan, slot, generator).handle),
    false,
  );
  const events = new EventWriter(ground, false);
  transactions.restart(ACCOUNTS * 200);
  events.restart(ACCOUNTS * 20);
  profiles.forEach((profile, i) => {
    ledger.begin(profile.slot, profile.city);
    const other = otherOf(plan, (profile.slot + 1) % ACCOUNTS);
    const act = { ledger, profile, start: (i * 7) % 60, days: 8 + (i % 20), strength, other, planted: true };
    const deed = { indicator, perform: () => BEHAVIOURS[indicator]?.({ ...act, generator: ledger.open(14) }) };
    const script = scriptOf(ledger, profile, plan, parameters, false);
    writeLife(ledger, profile, plan, parameters, { ...script, deeds: [deed, ...script.deeds] });
    settleAccount(ledger, profile, statement);
    transactions.write(accounts[i], ledger, statement);
    events.write(accounts[i], ledger);
  });
  const written = transactions.finish();
  const happened = events.finish();
  const inputs = {
    accounts: new AccountWriter(ground, (slot) => plan.homeOf(slot)).write(profiles, accounts),
    transactions: written.table,
    events: happened.table,
    merchants: merchantsTable(ground),
  };
  const findings = findingsOf(inputs, { days: spec.days, elsewhere: knownElsewhere(ground.tokens, plan) });
  const place = placeOf(indicator);
  const shown = new Set<number>();
  for (let i = 0; i < findings.count; i++) if (findings.indicator[i] === place) shown.add(findings.row[i]);
  const marked = [...rowsMarked(written.planted, place), ...rowsMarked(happened.planted, place).map((row) => -1 - row)];
  return { rows: marked.length, accounts: accounts.length, shown: marked.filter((row) => shown.has(row)).length };
}

function rowsMarked(pairs: readonly number[], place: number): number[] {
  return pairs.filter((_, i) => i % 2 === 0).filter((_, i) => SETS.has(pairs[2 * i + 1], place));
}

describe("a behaviour, at the strength that rings use, in any world", () => {
  it.each(INDICATORS.filter((indicator) => indicator in BEHAVIOURS))("shows its indicator by its own rows: %s", (indicator) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.double({ min: 1, max: 1.6, noNaN: true }), (seedByte, strength) => {
        const { rows, shown, accounts } = letAct(indicator, seedByte, strength);
        expect(rows).toBeGreaterThanOrEqual(accounts * 0.9);
        if (CERTAIN.has(indicator)) expect(shown).toBe(rows);
        else expect(shown / rows).toBeGreaterThan(0.75);
      }),
      { numRuns: 3 },
    );
  });
});
