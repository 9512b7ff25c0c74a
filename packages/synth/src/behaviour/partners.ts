/**
 * Lawful people who share what they have: partners, parents and grown children, friends with one household budget. One of
 * the two sends the other a good sum again and again, for rent, groceries or a loan. Both compute it from the pair's stream.
 */
import { NARROW } from "../chance/quantiles.ts";
import { Sfc32 } from "../chance/sfc32.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { heaped, memo, PARTNER_LAYER, writeLeg } from "../life/acquaintances.ts";
import { hourOf } from "../life/spending.ts";
import type { Plan } from "../plan.ts";

/** Layers of friends among whom such pairs are. */
const LAYERS = [0, 1, 2] as const;
const SHARE = 0.11;
const pair = new Sfc32();

/** How many times in thirty days. */
const MONTHLY = [1, 2.1, 4.3] as const;

/** Writes this account's side of what it shares with friends. */
export function shareCosts(ledger: Ledger, plan: Plan): void {
  for (const layer of LAYERS) {
    const friend = plan.friend(ledger.slot, layer);
    if (friend < 0 || plan.business[ledger.slot] === 1 || plan.business[friend] === 1) continue;
    const [low, high] = [Math.min(friend, ledger.slot), Math.max(friend, ledger.slot)];
    const generator = ledger.ground.pairStreams.open(pair, low, PARTNER_LAYER + layer);
    if (!generator.chance(SHARE)) continue;
    const { days } = ledger.ground.calendar;
    const back = generator.chance(0.5);
    const usual = 31_000 * NARROW.draw(generator) * NARROW.draw(generator);
    const start = generator.chance(0.5) ? 0 : generator.below(days - 30);
    const count = Math.max(3, generator.count((generator.pick(MONTHLY) * (days - start)) / 30));
    for (let n = 0; n < count; n++)
      writeLeg(ledger, plan, {
        from: back ? high : low,
        to: back ? low : high,
        pair: low,
        layer: PARTNER_LAYER + layer,
        n,
        day: start + generator.below(days - start),
        second: hourOf(420, 1440, generator),
        amountCents: heaped(usual * NARROW.draw(generator), generator),
        memo: memo(generator),
      });
  }
}
