/**
 * E-transfers among people. Two friends who both have accounts in the set share a stream keyed by the pair, from which
 * each computes its own leg alone: same time, same amount, same transfer id, whichever block comes first.
 */
import { MIDDLING } from "../../../chance/quantiles.ts";
import { Sfc32 } from "../../../chance/sfc32.ts";
import { fits, memo, rentMemo } from "../ground/memos.ts";
import { PARTY, TEMPLATE } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { FRIEND_LAYERS, type Plan } from "../plan.ts";
import { hourOf } from "./spending.ts";

const TOPIC_STRANGERS = 4;
/** Layers from here on join businesses too, with people who buy from them or work for them. */
const BUSINESS_LAYER = 2;
/** People outside the set whom somebody may know: a few, seldom so many. */
const FEW_OR_MANY = 12;
const PER_PAIR = 256;
const LAYERS = 16;
/** Layers above the friends': rent among students, transfers inside a ring, three for costs that friends share. */
const RENT_LAYER = 8;
export const RING_LAYER = 9;
export const PARTNER_LAYER = 10;

const TOPIC_HABITS = 18;
const SENT_BY_MISTAKE = 0.015;
/** People who pay each other in other ways: by cash, or by what their bank does not show. */
const WITHOUT_TRANSFERS = 0.36;
const pairGenerator = new Sfc32();

/** True for those who send money to friends: businesses do, most people do. */
function usesTransfers(ledger: Ledger, plan: Plan, slot: number): boolean {
  return (
    plan.business[slot] === 1 || !ledger.ground.accountStreams.open(pairGenerator, slot, TOPIC_HABITS).chance(WITHOUT_TRANSFERS)
  );
}

/** Sums that people send: heaped on round numbers, on some more than on others. */
export function heaped(cents: number, generator: Sfc32): number {
  const at = generator.unit();
  if (at >= 0.85) return Math.round(cents);
  const finer = at < 0.25;
  const step = cents < 6000 ? 500 : cents < 20_000 ? (finer ? 500 : 1000) : finer ? 2500 : 5000;
  return Math.max(step, Math.round(cents / step) * step);
}

/** A transfer inside the set, as both sides compute it. Its clock is that of the city of slot `pair`. */
export interface Transfer {
  readonly from: number;
  readonly to: number;
  /** With `layer` and `n`, what its id is made from: unique among all transfers. */
  readonly pair: number;
  readonly layer: number;
  readonly n: number;
  readonly day: number;
  readonly second: number;
  readonly amountCents: number;
  readonly memo: number;
}

/** Writes this account's leg of a transfer and returns its row. */
export function writeLeg(ledger: Ledger, plan: Plan, transfer: Transfer): number {
  const sends = transfer.from === ledger.slot;
  const template = sends ? TEMPLATE.transferOut : TEMPLATE.transferIn;
  const row = ledger.row(template, transfer.day, transfer.second, transfer.amountCents, plan.city[transfer.pair], ledger.city);
  const { rows } = ledger;
  rows.partyKind[row] = PARTY.account;
  rows.party[row] = sends ? transfer.to : transfer.from;
  rows.transfer[row] = (transfer.pair * LAYERS + transfer.layer) * PER_PAIR + transfer.n;
  rows.memo[row] = transfer.memo;
  if (sends) rows.device[row] = 0;
  return row;
}

/** Of what goes between two people, how much goes one way: among some much the same, others mostly give or mostly get. */
function lean(generator: Sfc32): number {
  return 0.1 + 0.8 * generator.unit();
}

function withFriend(ledger: Ledger, plan: Plan, layer: number): void {
  const partner = plan.friend(ledger.slot, layer);
  if (partner < 0) return;
  const business = plan.business[ledger.slot] === 1 || plan.business[partner] === 1;
  if (business && layer < BUSINESS_LAYER) return;
  if (!usesTransfers(ledger, plan, partner)) return;
  const pair = Math.min(partner, ledger.slot);
  const other = Math.max(partner, ledger.slot);
  const generator = ledger.ground.pairStreams.open(pairGenerator, pair, layer);
  if (generator.chance(0.55)) return;
  const { days } = ledger.ground.calendar;
  const count = generator.count((1.4 * days) / 30);
  const leaning = lean(generator);
  for (let n = 0; n < count; n++) {
    const fromFirst = generator.chance(leaning);
    const day = generator.below(days);
    const second = hourOf(450, 1440, generator);
    const cents = heaped(4200 * MIDDLING.draw(generator), generator);
    writeLeg(ledger, plan, {
      from: fromFirst ? pair : other,
      to: fromFirst ? other : pair,
      pair,
      layer,
      n,
      day,
      second,
      amountCents: cents,
      memo: memo(ledger.ground.calendar, { city: plan.city[pair], day, cents, trade: business }, generator),
    });
  }
}

function withStrangers(ledger: Ledger, trade: boolean): void {
  const generator = ledger.open(TOPIC_STRANGERS);
  const { days } = ledger.ground.calendar;
  const known = Math.floor(FEW_OR_MANY * generator.unit() * generator.unit());
  for (let i = 0; i < known; i++) {
    const person = ledger.stranger(generator);
    const count = generator.count((0.95 * days) / 30);
    const leaning = lean(generator);
    for (let n = 0; n < count; n++) {
      const sends = generator.chance(leaning);
      const day = generator.below(days);
      const second = hourOf(450, 1440, generator);
      const cents = heaped(5000 * MIDDLING.draw(generator), generator);
      const mistaken = generator.chance(SENT_BY_MISTAKE);
      const out = mistaken ? TEMPLATE.transferOut : TEMPLATE.transferOutFlexible;
      const row = ledger.deal(sends ? out : TEMPLATE.transferIn, person, day, second, cents);
      ledger.rows.memo[row] = memo(ledger.ground.calendar, { city: ledger.city, day, cents, trade }, generator);
      // to the wrong person, or too much: it comes back, or goes back
      if (mistaken) ledger.deal(sends ? TEMPLATE.transferIn : out, person, day, second + generator.between(600, 50_000), cents);
    }
  }
}

/** The others who share the home of `lead`. */
function sharersOf(plan: Plan, lead: number): number[] {
  const others: number[] = [];
  for (let other = lead + 1; other < Math.min(lead + 4, plan.accounts) && plan.household[other] === lead; other++)
    others.push(other);
  return others;
}

/** A month's share of one of them, by the head of the pair's stream. */
function shareOfRent(generator: Sfc32): number {
  return 40_000 + 2500 * generator.below(16);
}

/** What a home costs in a month whose rent is shared, where this account pays it: the others' shares and one more; 0 where another does, null where nobody shares. */
export function sharedRent({ slot, ground }: Ledger, plan: Plan): number | null {
  const lead = plan.household[slot];
  if (lead < 0) return null;
  if (lead !== slot) return 0;
  const shares = sharersOf(plan, lead).map((other) => shareOfRent(ground.pairStreams.open(pairGenerator, other, RENT_LAYER)));
  const sum = shares.reduce((all, cents) => all + cents, 0);
  return shares.length === 0 ? null : Math.round((sum * (shares.length + 1)) / shares.length / 500) * 500;
}

/** Rent of students who share a home: each sends a share to the one who pays the landlord. */
function shareRent(ledger: Ledger, plan: Plan): void {
  const lead = plan.household[ledger.slot];
  if (lead < 0) return;
  const { calendar, pairStreams } = ledger.ground;
  for (const other of sharersOf(plan, lead)) {
    if (ledger.slot !== lead && ledger.slot !== other) continue;
    const generator = pairStreams.open(pairGenerator, other, RENT_LAYER);
    const cents = shareOfRent(generator);
    let words = -1;
    let n = 0;
    for (let day = 0; day < calendar.days; day++) {
      if (calendar.monthDay[day] !== 1) continue;
      const sent = day + generator.below(3);
      if (n === 0 || !fits(words, calendar, sent))
        words = rentMemo(calendar, { city: plan.city[other], day: sent, cents, trade: false }, generator);
      writeLeg(ledger, plan, {
        from: other,
        to: lead,
        pair: other,
        layer: RENT_LAYER,
        n: n++,
        day: sent,
        second: hourOf(480, 1400, generator),
        amountCents: cents,
        memo: words,
      });
    }
  }
}

/** Writes all e-transfers of everyday life. */
export function meetPeople(ledger: Ledger, plan: Plan): void {
  shareRent(ledger, plan);
  if (!usesTransfers(ledger, plan, ledger.slot)) return;
  for (let layer = 0; layer < FRIEND_LAYERS; layer++) withFriend(ledger, plan, layer);
  withStrangers(ledger, plan.business[ledger.slot] === 1);
}
