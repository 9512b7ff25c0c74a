/** The money that runs along a ring's links, as one member's account sees it. Both ends draw it from the link's stream. */
import { MIDDLING, NARROW } from "../../../chance/quantiles.ts";
import { Sfc32 } from "../../../chance/sfc32.ts";
import { DAY_SECONDS } from "../../../ground/calendar.ts";
import { inTime, laterOn, mark, notes, type Act } from "../behaviour/act.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import { memo } from "../ground/memos.ts";
import { paydaysOf, varied } from "../ground/paydays.ts";
import { heaped, RING_LAYER, writeLeg } from "../life/acquaintances.ts";
import { hourOf } from "../life/spending.ts";
import type { Plan } from "../plan.ts";
import { dayOf, type Stretch } from "./cycle.ts";
import type { Link } from "./links.ts";

const FIRST_LINK_TOPIC = 16;
const MEMBERS = 8;
/** Passings along one link. */
const MOST = 16;
/** How likely a link is in use in the time that the world shows. */
const IN_USE = 0.6;
const DAYS_BETWEEN = 14;
/** How many days a sum may stay before a part of it goes on; often it goes the same day or the next. */
const STAYS = [0, 1, 1, 2, 3, 5] as const;
const drawn = new Sfc32();

/** A link of a ring, as one of its members acts on it. */
interface End {
  readonly act: Act;
  readonly plan: Plan;
  readonly link: Link;
}

/** One handing over, the same for both ends. */
interface Passing {
  readonly n: number;
  readonly day: number;
  readonly second: number;
  /** What came in, the second (of the same day, or beyond it) at which a part goes on, and that part. */
  readonly cents: number;
  readonly later: number;
  readonly passedCents: number;
  readonly words: number;
  readonly passingWords: number;
}

function* passingsOf({ act, plan, link }: End, number: number, when: Stretch): Generator<Passing> {
  const { first } = plan.rings[number];
  const city = plan.city[first];
  const { calendar } = act.ledger.ground;
  const { days } = calendar;
  const trade = plan.business[link.from] === 1 || plan.business[link.to] === 1;
  const topic = FIRST_LINK_TOPIC + (link.from - first) * MEMBERS + (link.to - first);
  act.ledger.ground.ringStreams.open(drawn, number, topic);
  if (!drawn.chance(IN_USE)) return;
  const wages = link.source === "wages" ? paydaysOf(act.ledger.ground, link.from) : undefined;
  const usual = (wages ? (88_000 * 26) / wages.perYear : 21_000) * NARROW.draw(drawn);
  const paydays = wages?.days.filter((day) => (day - when.start + days) % days < when.days);
  const count = Math.min(MOST, paydays?.length ?? Math.max(3, drawn.count(when.days / DAYS_BETWEEN)));
  // of a sum a part goes on, of wages mostly the half or more comes back
  const least = wages ? 0.5 : 0.3;
  for (let n = 0; n < count; n++) {
    const cents = wages ? Math.round(usual * varied(drawn)) : heaped(usual * MIDDLING.draw(drawn), drawn) + 2000;
    const second = hourOf(480, 1400, drawn);
    const day = paydays ? paydays[n] : dayOf(when, days, drawn);
    const later = laterOn(second, drawn.pick(STAYS), drawn);
    const passedCents = Math.min(cents, Math.ceil((cents * (least + (0.95 - least) * drawn.unit())) / 500) * 500);
    const goes = { city, day: day + Math.floor(later / DAY_SECONDS), cents: passedCents, trade };
    yield {
      n,
      day,
      second,
      cents,
      later,
      passedCents,
      words: memo(calendar, { city, day, cents, trade: plan.business[link.from] === 1 }, drawn),
      passingWords: memo(calendar, goes, drawn),
    };
  }
}

interface Leg {
  readonly back: boolean;
  readonly second: number;
  readonly cents: number;
  readonly words: number;
}

/** One end's row of a handing over, or of what comes back; its number tells it from all others of the member's. */
function leg({ act, plan, link }: End, { n, day }: Passing, { back, second, cents, words }: Leg): number {
  const pair = Math.max(link.from, link.to);
  const nearer = Math.min(link.from, link.to) - plan.rings[plan.ring[pair]].first;
  return writeLeg(act.ledger, plan, {
    from: back ? link.to : link.from,
    to: back ? link.from : link.to,
    pair,
    layer: RING_LAYER,
    n: n + MOST * (nearer + (back ? MEMBERS : 0)),
    day,
    second,
    amountCents: cents,
    memo: words,
  });
}

/** What the sender of a link gets before it is passed on. */
function earns({ act, link: { source } }: End, { day, second, cents, words }: Passing): void {
  const { ledger, generator } = act;
  if (source === "clients") {
    const row = ledger.deal(TEMPLATE.transferIn, ledger.stranger(generator), day, second, cents);
    ledger.rows.memo[row] = words;
    mark(act, row, "turnover-beyond-income", "in-and-out-within-a-day");
  } else if (source === "cash") {
    const sum = Math.max(notes(act, cents), Math.ceil(cents / 2000) * 2000);
    // somebody else pays in while the holder is on the way
    const here = ledger.where(day, second);
    const row = ledger.cash(TEMPLATE.cashIn, here < 0 ? ledger.city : here, day, second, sum, generator);
    if (here < 0) ledger.rows.depositor[row] = ledger.stranger(generator);
    mark(act, row, "turnover-beyond-income", "in-and-out-within-a-day");
  }
}

function wagesAndBack(end: End, one: Passing): void {
  const { act, link } = end;
  const sends = act.ledger.slot === link.from;
  const second = paydaysOf(act.ledger.ground, link.from).second + (one.second % 900);
  const paid = leg(end, one, { back: false, second, cents: one.cents, words: -1 });
  act.ledger.rows.template[paid] = (sends ? TEMPLATE.wages : TEMPLATE.payroll).number;
  act.ledger.rows.device[paid] = -1;
  const returned = leg(end, one, { back: true, second: one.later, cents: one.passedCents, words: one.passingWords });
  if (sends) {
    mark(act, paid, "wages-returned");
    mark(act, returned, "wages-returned");
  } else mark(act, returned, "income-passed-on");
}

/** Writes this account's side of a link in the days `when`. */
export function runLink(act: Act, plan: Plan, link: Link, number: number, when: Stretch): void {
  const { slot } = act.ledger;
  const end = { act, plan, link };
  if (slot !== link.from && slot !== link.to) return;
  for (const passing of passingsOf(end, number, when)) {
    const one = { ...passing, later: inTime(act, passing.day, passing.second, passing.later) };
    if (link.source === "wages") wagesAndBack(end, one);
    else {
      if (slot === link.from) earns(end, one);
      const row = leg(end, one, { back: false, second: one.later, cents: one.passedCents, words: one.passingWords });
      if (slot === link.from) mark(act, row, "income-passed-on", "in-and-out-within-a-day");
      else mark(act, row, "turnover-beyond-income", "collector-star");
    }
  }
}
