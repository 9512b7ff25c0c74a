/**
 * Lawful people who share what they have: partners, parents and grown children, friends with one household budget. One of
 * the two sends the other a good sum again and again, for rent, groceries or a loan. Both compute it from the pair's stream.
 */
import { NARROW } from "../../../chance/quantiles.ts";
import { Sfc32 } from "../../../chance/sfc32.ts";
import type { Calendar } from "../../../ground/calendar.ts";
import { billsMemo, fits, memo, rentMemo } from "../ground/memos.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { heaped, PARTNER_LAYER, writeLeg, type Transfer } from "../life/acquaintances.ts";
import { hourOf } from "../life/spending.ts";
import type { Plan } from "../plan.ts";

/** Layers of friends among whom such pairs are. */
const LAYERS = [0, 1, 2] as const;
const SHARE = 0.11;
const pair = new Sfc32();

/** Every so many days, and how much less that is each time. */
const RHYTHMS = [
  { every: 30, part: 1.6 },
  { every: 15, part: 0.85 },
  { every: 14, part: 0.8 },
  { every: 7, part: 0.42 },
] as const;

/** One sum that one of two friends sends the other; `back` from the second to the first. */
interface Share extends Pick<Transfer, "n" | "day" | "second" | "amountCents" | "memo"> {
  readonly back: boolean;
}

/** Tells `send` what one of two friends sends the other, where they share costs at all. */
function shares(generator: Sfc32, calendar: Calendar, city: number, send: (share: Share) => void): void {
  if (!generator.chance(SHARE)) return;
  const { every, part } = generator.pick(RHYTHMS);
  const back = generator.chance(0.5);
  const usual = heaped(33_000 * part * NARROW.draw(generator) * NARROW.draw(generator), generator);
  // a share of the rent is the same each time
  const ofRent = generator.chance(0.3) && usual >= 16_000 && every > 10;
  const fixed = generator.chance(0.45) || ofRent;
  const tell = !fixed ? memo : ofRent ? rentMemo : generator.chance(0.55) ? () => -1 : billsMemo;
  let words = -1;
  let n = 0;
  for (let from = generator.below(every); from < calendar.days; from += every) {
    const amountCents = fixed ? usual : heaped(usual * NARROW.draw(generator), generator);
    const second = hourOf(420, 1440, generator);
    const day = from + (fixed ? 0 : generator.below(3));
    const occasion = { city, day, cents: amountCents, trade: false };
    // the same sum has the same reason each time, others their own
    if (!fixed || n === 0 || !fits(words, calendar, day)) words = tell(calendar, occasion, generator);
    send({ back, n: n++, day, second, amountCents, memo: words });
  }
}

/** Writes this account's side of what it shares with friends. */
export function shareCosts(ledger: Ledger, plan: Plan): void {
  for (const layer of LAYERS) {
    const friend = plan.friend(ledger.slot, layer);
    if (friend < 0 || plan.business[ledger.slot] === 1 || plan.business[friend] === 1) continue;
    const [low, high] = [Math.min(friend, ledger.slot), Math.max(friend, ledger.slot)];
    const generator = ledger.ground.pairStreams.open(pair, low, PARTNER_LAYER + layer);
    shares(generator, ledger.ground.calendar, plan.city[low], ({ back, n, day, second, amountCents, memo: words }) => {
      const [from, to] = back ? [high, low] : [low, high];
      writeLeg(ledger, plan, { from, to, pair: low, layer: PARTNER_LAYER + layer, n, day, second, amountCents, memo: words });
    });
  }
}
