/** One account's rows, dealt once into the heaps that predicates look at; the same arrays serve account after account. */
import { CHANNELS } from "@vigie/spec/bank";
import { VENUE_MCCS } from "../ground/merchant-kinds.ts";
import { CODES, PARTY, STATUS } from "../ground/vocabulary.ts";
import type { Reading } from "./reading.ts";

const channel = (name: (typeof CHANNELS)[number]): number => CHANNELS.indexOf(name);
const code = (name: (typeof CODES)[number]): number => CODES.indexOf(name);
const [POS, ONLINE, TRANSFER, ABM, BRANCH] = [
  channel("pos"),
  channel("online"),
  channel("e-transfer"),
  channel("abm-cash"),
  channel("branch-cash"),
];
const [WIRE, PREPAID, CURRENCY, CHEQUE] = [channel("wire"), channel("prepaid"), channel("virtual-currency"), channel("cheque")];
const [PAYROLL, PAYOUT, RENT, HOLD] = [code("payroll"), code("payout"), code("rent"), code("hold")];
const NIGHT_START = 22 * 60;
const NIGHT_END = 6 * 60;

/** What purchases are looked at, by merchant category code. */
const GOODS = {
  ads: [7311],
  fastFood: [5814],
  rides: [4121],
  tickets: [4112, 4131, 4511],
  supplies: [5912, 5977, 5651],
  lodging: [7011],
  venues: VENUE_MCCS,
  luxury: [5944, 7995],
  telephone: [4814],
} as const;
type Goods = keyof typeof GOODS;
const GOODS_IDS = Object.keys(GOODS).filter((id): id is Goods => id in GOODS);
const HIGHEST_MCC = 9999;
const GOODS_OF = new Int8Array(HIGHEST_MCC + 1).fill(-1);
GOODS_IDS.forEach((id, place) => {
  for (const mcc of GOODS[id]) GOODS_OF[mcc] = place;
});

/** Between 22:00 and 06:00, in minutes after local midnight. */
export function isNight(minute: number): boolean {
  return minute >= NIGHT_START || minute < NIGHT_END;
}

const LISTS = [
  "transfersIn",
  "transfersOut",
  "cashIn",
  "cashOut",
  "wiresOut",
  "loads",
  "coins",
  "serviceIn",
  "nameless",
  "rents",
  "wages",
  "sales",
  "cheques",
  "pays",
  "outward",
  "holds",
  "placed",
  "night",
] as const;

/** Rows by kind, in order of time; a row may lie in several heaps. */
export class Buckets implements Readonly<Record<(typeof LISTS)[number] | Goods, number[]>> {
  readonly transfersIn: number[] = [];
  readonly transfersOut: number[] = [];
  readonly cashIn: number[] = [];
  readonly cashOut: number[] = [];
  readonly wiresOut: number[] = [];
  readonly loads: number[] = [];
  readonly coins: number[] = [];
  /** Money that a payment service brings. */
  readonly serviceIn: number[] = [];
  /** Rows of a payment service that names no other side. */
  readonly nameless: number[] = [];
  readonly rents: number[] = [];
  /** Wages that the account pays. */
  readonly wages: number[] = [];
  readonly sales: number[] = [];
  readonly cheques: number[] = [];
  /** Wages and payouts that the account gets. */
  readonly pays: number[] = [];
  /** Money that leaves as cash or to somewhere else. */
  readonly outward: number[] = [];
  /** Amounts held on a card at a place that lodges. */
  readonly holds: number[] = [];
  /** Rows that moved money in a known city. */
  readonly placed: number[] = [];
  readonly night: number[] = [];
  readonly ads: number[] = [];
  readonly fastFood: number[] = [];
  readonly rides: number[] = [];
  readonly tickets: number[] = [];
  readonly supplies: number[] = [];
  readonly lodging: number[] = [];
  readonly venues: number[] = [];
  readonly luxury: number[] = [];
  readonly telephone: number[] = [];
  readonly #goods = GOODS_IDS.map((id) => this[id]);
  readonly #all = [...LISTS.map((id) => this[id]), ...this.#goods];

  /** Deals the rows `from` … `to` − 1. */
  deal(rows: Reading, from: number, to: number): void {
    for (const list of this.#all) while (list.length > 0) list.pop(); // a length of 0 would give their room back
    for (let row = from; row < to; row++) {
      if (rows.credit[row] === 1) this.#dealCredit(rows, row);
      else this.#dealDebit(rows, row);
      if (rows.city[row] >= 0 && rows.status[row] === STATUS.posted) this.placed.push(row);
      if (isNight(rows.minute[row]) && isAwake(rows.channel[row])) this.night.push(row);
      if (rows.processor[row] >= 0 && rows.partyKind[row] === PARTY.none) this.nameless.push(row);
    }
  }

  #dealCredit(rows: Reading, row: number): void {
    const way = rows.channel[row];
    if (way === TRANSFER) this.transfersIn.push(row);
    else if (way === ABM || way === BRANCH) this.cashIn.push(row);
    else if (way === POS) this.sales.push(row);
    else if (way === CHEQUE) this.cheques.push(row);
    else if (way === ONLINE && rows.processor[row] >= 0) this.serviceIn.push(row);
    else if (rows.code[row] === PAYROLL || rows.code[row] === PAYOUT) this.pays.push(row);
  }

  #dealDebit(rows: Reading, row: number): void {
    const way = rows.channel[row];
    if (way === TRANSFER) this.transfersOut.push(row);
    else if (way === ABM) this.cashOut.push(row);
    else if (way === WIRE) this.wiresOut.push(row);
    else if (way === PREPAID) this.loads.push(row);
    else if (way === CURRENCY) this.coins.push(row);
    if (way === TRANSFER || way === ABM || way === WIRE || way === PREPAID || way === CURRENCY) this.outward.push(row);
    if (rows.code[row] === RENT) this.rents.push(row);
    else if (rows.code[row] === PAYROLL) this.wages.push(row);
    const mcc = rows.mcc[row];
    if (mcc < 0) return;
    const goods = GOODS_OF[mcc];
    if (goods < 0) return;
    if (rows.code[row] === HOLD) this.holds.push(row);
    else if (rows.status[row] === STATUS.posted) this.#goods[goods].push(row);
  }
}

/** Channels on which somebody must be awake. */
function isAwake(way: number): boolean {
  return way === POS || way === ONLINE || way === TRANSFER || way === ABM;
}
