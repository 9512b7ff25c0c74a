/** One account while its story is written: who it is, whom it knows, and the rows so far. */
import { CHANNELS } from "@vigie/spec/bank";
import { Sfc32 } from "../../../chance/sfc32.ts";
import { DAY_SECONDS } from "../../../ground/calendar.ts";
import { CITIES } from "../../../ground/geography.ts";
import { pooled, type Ground, type PoolId } from "../ground/ground.ts";
import type { MerchantKindId } from "../ground/merchant-kinds.ts";
import { TOKEN, tokenNumber } from "../ground/tokens.ts";
import { CODES, PARTY, PROCESSORS, STATUS, TEMPLATE, type Template } from "../ground/vocabulary.ts";
import { Happenings, Rows } from "./rows.ts";
import { Whereabouts } from "./whereabouts.ts";
import { Outings } from "./outings.ts";

const OUTSIDERS = 1500;
const TOPIC_OUTINGS = 20;
const ABM = CHANNELS.indexOf("abm-cash");
/** Seconds of a banking day between which counters are open. */
const COUNTER_HOURS = [34_200, 61_200] as const;
const PURCHASE = CODES.findIndex((code) => code === "purchase");
const E_TRANSFER = CHANNELS.indexOf("e-transfer");
const EFT = CHANNELS.indexOf("eft");
const CHEQUE = CHANNELS.indexOf("cheque");

/** What banks settle among themselves: on their own days only. */
function isSettled({ channel, direction }: Template): boolean {
  return channel === EFT || (channel === CHEQUE && direction === 1);
}

/** One purchase in five runs through a payment processor: the same one whenever somebody buys at that shop. */
function processorOf(merchant: number, slot: number): number {
  const mixed = Math.imul(Math.imul(merchant + 1, 0x9e3779b1) ^ Math.imul(slot + 1, 0x5bd1e995), 0x85ebca6b);
  const drawn = (mixed ^ (mixed >>> 15)) >>> 9;
  return drawn % 5 === 0 ? Math.floor(drawn / 5) % PROCESSORS.length : -1;
}

export class Ledger {
  readonly rows = new Rows();
  readonly events = new Happenings();
  readonly ground: Ground;
  readonly generator = new Sfc32();
  slot = 0;
  city = 0;
  readonly whereabouts: Whereabouts;
  readonly outings: Outings;
  /** Outside parties and depositors: token numbers and names (−1 for none). */
  outsiders = 0;
  readonly outsiderToken = new Float64Array(OUTSIDERS);
  readonly outsiderName = new Int32Array(OUTSIDERS);
  #strangers = 0;
  /** Devices: 0 is the holder's main one. */
  devices = 0;
  readonly deviceToken = new Float64Array(16);

  constructor(ground: Ground) {
    this.ground = ground;
    this.whereabouts = new Whereabouts(ground.calendar);
    this.outings = new Outings(ground.calendar);
  }

  begin(slot: number, city: number): void {
    this.slot = slot;
    this.city = city;
    this.whereabouts.begin(city);
    this.outings.draw(this.open(TOPIC_OUTINGS));
    this.rows.clear();
    this.events.clear();
    this.outsiders = 0;
    this.#strangers = 0;
    this.devices = 0;
    this.device(tokenNumber(TOKEN.device, slot, 0));
  }

  /** The city in which the holder is at a time that a row of that day and second will show; ON_THE_WAY where there is none. */
  where(day: number, second: number): number {
    const rest = ((second % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
    return this.whereabouts.at(this.#dayWithin(day + Math.floor(second / DAY_SECONDS)), rest);
  }

  /** The account's own stream of a topic; only one is open at a time. */
  open(topic: number): Sfc32 {
    return this.ground.accountStreams.open(this.generator, this.slot, topic);
  }

  /** Adds a device to those that use the account. */
  device(token: number): number {
    this.deviceToken[this.devices] = token;
    return this.devices++;
  }

  /** Somebody outside the set, by token and name; the name may be −1. */
  outsider(token: number, name: number): number {
    const i = this.outsiders++;
    if (i === OUTSIDERS) throw new RangeError(`an account deals with more than ${OUTSIDERS} outsiders`);
    this.outsiderToken[i] = token;
    this.outsiderName[i] = name;
    return i;
  }

  /** A person outside the set whom only this account knows. */
  stranger(generator: Sfc32): number {
    const person = this.ground.names.person(generator.word(), this.city);
    return this.outsider(
      tokenNumber(TOKEN.person, this.slot, this.#strangers++),
      generator.chance(0.15) ? this.ground.names.short(person) : person,
    );
  }

  /** The holder elsewhere, at another bank: under a name of their own. */
  self(name: number): number {
    return this.outsider(tokenNumber(TOKEN.person, this.slot, this.#strangers++), name);
  }

  /** One of a pool of outside parties that many accounts deal with. */
  pooled(pool: PoolId, generator: Sfc32): number {
    return this.pooledParty(pooled(pool, generator.below(this.ground.pools[pool])));
  }

  /** An outside party by its number among all pooled ones. */
  pooledParty(number: number): number {
    const name = this.ground.poolNames.get(number);
    return this.outsider(tokenNumber(TOKEN.pool, number, 0), name ?? this.ground.names.person(number * 7919));
  }

  /**
   * Adds a row at a local time of a city; a second over 86,400 is the next day's, and days outside the world move by
   * whole weeks. What banks settle waits for their next day. `zoneCity` is whose offset the row shows, where that is another city's.
   */
  row(template: Template, day: number, second: number, amountCents: number, city = this.city, zoneCity = city): number {
    const { calendar } = this.ground;
    const within = this.#dayWithin(day + Math.floor(second / DAY_SECONDS));
    const at = isSettled(template) ? calendar.bankDayFrom[within] : within;
    const rest = ((second % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
    const offset = calendar.offsetMinutes(CITIES[city].zone, at, rest);
    const shown = zoneCity === city ? offset : calendar.offsetMinutes(CITIES[zoneCity].zone, at, rest);
    const local = at * DAY_SECONDS + rest + (shown - offset) * 60;
    return this.rows.add(template, local, shown, Math.max(1, Math.round(amountCents)));
  }

  #dayWithin(day: number): number {
    const { days } = this.ground.calendar;
    let at = day;
    while (at >= days) at -= 7;
    while (at < 0) at += 7;
    return at;
  }

  /** Adds an event at a local time, by the same rules. */
  event(type: number, day: number, second: number, city: number): number {
    const { calendar } = this.ground;
    const at = this.#dayWithin(day + Math.floor(second / DAY_SECONDS));
    const rest = ((second % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
    const row = this.events.add(type, at * DAY_SECONDS + rest, calendar.offsetMinutes(CITIES[city].zone, at, rest));
    this.events.place[row] = city;
    return row;
  }

  /** A payment to a merchant, at its counter or online. */
  pay(template: Template, merchant: number, day: number, second: number, amountCents: number): number {
    const place = this.ground.merchants.city[merchant];
    const row = this.row(template, day, second, amountCents, place < 0 ? this.city : place);
    const { rows } = this;
    rows.partyKind[row] = PARTY.merchant;
    rows.party[row] = merchant;
    if (place >= 0) {
      rows.place[row] = place;
      rows.terminal[row] = merchant * 2 + (second & 1);
    } else {
      rows.device[row] = 0;
      rows.abroad[row] = this.ground.merchants.abroad[merchant];
      if (template.code === PURCHASE) rows.processor[row] = processorOf(merchant, this.slot);
    }
    return row;
  }

  /** An amount that a merchant holds on the card: no money moves. */
  hold(merchant: number, day: number, second: number, amountCents: number): number {
    const row = this.pay(TEMPLATE.hold, merchant, day, second, amountCents);
    this.rows.status[row] = STATUS.authorised;
    return row;
  }

  /** A row with somebody outside the set. */
  deal(template: Template, outsider: number, day: number, second: number, amountCents: number): number {
    const row = this.row(template, day, second, amountCents);
    this.rows.partyKind[row] = PARTY.external;
    this.rows.party[row] = outsider;
    if (template.direction === 1 && template.channel === E_TRANSFER) this.rows.device[row] = 0;
    return row;
  }

  /** True where the counters of banks are open at a time that a row of that day and second will show. */
  #counterOpen(day: number, second: number): boolean {
    const at = this.#dayWithin(day + Math.floor(second / DAY_SECONDS));
    const rest = ((second % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
    return this.ground.calendar.bankDayFrom[at] === at && rest >= COUNTER_HOURS[0] && rest < COUNTER_HOURS[1];
  }

  /** Cash at a machine or a counter of a city: at a machine too where the counter is closed. */
  cash(wished: Template, city: number, day: number, second: number, amountCents: number, generator: Sfc32): number {
    const template = wished === TEMPLATE.branchIn && !this.#counterOpen(day, second) ? TEMPLATE.cashIn : wished;
    const row = this.row(template, day, second, amountCents, city);
    this.rows.place[row] = city;
    const { machineStarts } = this.ground;
    const machine = machineStarts[city] + generator.below(machineStarts[city + 1] - machineStarts[city]);
    // at a branch's counter there is none
    this.rows.terminal[row] = template.channel === ABM ? -2 - machine : -1;
    return row;
  }

  merchant(kind: MerchantKindId, generator: Sfc32, city = this.city): number {
    return this.ground.merchants.draw(kind, city, generator);
  }
}
