/**
 * The maker of banks: accounts, block by block.
 *
 * Each account is written from streams of its own, each pair of friends and each ring from one of theirs, so that a
 * block needs no other block: any order and any number of workers give the same rows. Memory is bounded by a block and
 * a few bytes an account for the plan.
 */
import type { WorldBlock } from "@vigie/spec";
import { isBankDataset } from "@vigie/spec/bank";
import { Sfc32 } from "../../chance/sfc32.ts";
import { commonsOf, merchantsTable } from "./commons.ts";
import { findingsOf } from "./findings/findings.ts";
import { layGround } from "./ground/ground.ts";
import { labelsOf } from "./labels.ts";
import { AccountWriter } from "./ledger/account-writer.ts";
import { EventWriter } from "./ledger/event-writer.ts";
import { Ledger } from "./ledger/ledger.ts";
import { Partners } from "./ledger/partners.ts";
import { Statement } from "./ledger/settle.ts";
import { TransactionWriter, wordsOfNames } from "./ledger/transaction-writer.ts";
import { profileOf } from "./life/profile.ts";
import { knownElsewhere } from "./neighbours.ts";
import { parametersOf } from "./parameters.ts";
import { Plan } from "./plan.ts";
import { scriptOf, settleAccount, writeLife } from "./story.ts";
import type { WorldMaker } from "../world-maker.ts";

const BLOCK_ACCOUNTS = 64;
/** The smallest world, and the largest: tokens and ids have room for no more. */
const LEAST_ACCOUNTS = 100;
const MOST_ACCOUNTS = 1_048_576;

/** Makes the bank of a dataset and a seed; 100 to 1,048,576 accounts. */
export const createBank: WorldMaker = (spec, { seed, size, shift = false, crime = true, reuse = false }) => {
  if (!isBankDataset(spec)) throw new RangeError(`createWorld: ${spec.id}: expected a bank, found ${spec.world}`);
  const { accounts } = size;
  if (!Number.isInteger(accounts) || accounts < LEAST_ACCOUNTS || accounts > MOST_ACCOUNTS) {
    throw new RangeError(
      `createWorld: accounts: expected a whole number from ${LEAST_ACCOUNTS} to ${MOST_ACCOUNTS}, found ${accounts}; correct the split's size`,
    );
  }
  const parameters = parametersOf(spec, seed, shift);
  const ground = layGround(spec, seed, accounts);
  const plan = new Plan(seed, accounts, parameters);
  const merchants = merchantsTable(ground);
  const ledger = new Ledger(ground);
  const statement = new Statement();
  const generator = new Sfc32();
  const names = wordsOfNames(ground);
  const accountWriter = new AccountWriter(ground, (slot) => plan.homeOf(slot), names);
  const events = new EventWriter(ground, reuse);
  const partners = new Partners(plan, (slot) => profileOf(ground, plan, slot, generator).handle);
  const transactions = new TransactionWriter(ground, accounts, partners, reuse, names);
  const elsewhere = knownElsewhere(ground.tokens, plan);

  function block(index: number): WorldBlock {
    const first = index * BLOCK_ACCOUNTS;
    const count = Math.min(BLOCK_ACCOUNTS, accounts - first);
    if (!Number.isInteger(index) || count <= 0 || index < 0)
      throw new RangeError(`block ${index}: expected a whole number below ${Math.ceil(accounts / BLOCK_ACCOUNTS)}`);
    const numbers = Array.from({ length: count }, (_, i) => first + i);
    const slots = numbers.map((account) => plan.slotOf(account));
    const profiles = slots.map((slot) => profileOf(ground, plan, slot, generator));
    transactions.restart(Math.round(count * parameters.transactionsPerAccount * 1.3));
    events.restart(count * 16);
    profiles.forEach((profile, i) => {
      ledger.begin(profile.slot, profile.city);
      writeLife(ledger, profile, plan, parameters, scriptOf(ledger, profile, plan, parameters, crime));
      settleAccount(ledger, profile, statement);
      transactions.write(numbers[i], ledger, statement);
      events.write(numbers[i], ledger);
    });
    const written = transactions.finish();
    const happened = events.finish();
    const inputs = {
      accounts: accountWriter.write(profiles, numbers),
      transactions: written.table,
      events: happened.table,
    };
    const findings = findingsOf({ ...inputs, merchants }, { days: spec.days, elsewhere });
    const planted = { transactions: written.planted, events: happened.planted };
    const rows = { slots, accounts: numbers, transactions: written.table, events: happened.table, planted, findings };
    return { first, count, tables: { ...inputs, ...labelsOf(plan, rows, crime) } };
  }

  return {
    subjects: accounts,
    blockCount: Math.ceil(accounts / BLOCK_ACCOUNTS),
    commons: () => commonsOf(merchants, plan, crime),
    block,
  };
};
