/**
 * From rows in any order to a statement: sorted by time, with balances that follow from the rows.
 *
 * Firm rows (pay, rent, transfers, whatever a ring or a look-alike does) never change: transfers between two accounts
 * of the set must agree on both sides, whatever either balance is. So the opening balance is raised until the firm rows
 * alone never go beyond the account's overdraft, and each flexible row may use only what no later firm row needs of it. What does not fit is shrunk where it is cash or a card bill, now and then declined, and otherwise did not happen.
 */
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { STATUS, TEMPLATE, TEMPLATES } from "../ground/vocabulary.ts";
import type { Rows } from "./rows.ts";
import { TimeOrder } from "./time-order.ts";

const CAPACITY = 4096;
const FLOOR_CENTS = 300;
/** By template: 1 for a row that may use only what is there; and which way its money goes. */
const FLEXIBLE = Uint8Array.from(TEMPLATES, ({ flexible }) => (flexible ? 1 : 0));
const SIGN = Int8Array.from(TEMPLATES, ({ direction }) => (direction === 0 ? 1 : -1));

/** What a row adds to the balance, in cents; less than 0 for what it takes away, 0 where no money moves. */
export function movedCents(rows: Rows, row: number): number {
  const status = rows.status[row];
  if (status === STATUS.authorised || status === STATUS.declined) return 0;
  return SIGN[rows.template[row]] * rows.amount[row];
}

/** All that the rows bring in, less what they take away, in cents. */
export function netCents(rows: Rows): number {
  let sum = 0;
  for (let row = 0; row < rows.count; row++) sum += movedCents(rows, row);
  return sum;
}

export class Statement {
  /** Rows that stay, in order of time, and the balance after each. */
  count = 0;
  readonly row: Int32Array;
  readonly balance = new Float64Array(CAPACITY);
  /** What was there before the first row. */
  openingCents = 0;
  readonly #order = new TimeOrder();
  readonly #reserve = new Float64Array(CAPACITY + 1);
  /** By row of the account, 1 where its money moved. */
  readonly #happened = new Uint8Array(CAPACITY);

  constructor() {
    this.row = this.#order.row;
  }

  /** What must be in the account before each row, so that the firm rows from there on never overdraw. */
  #reserveFor(rows: Rows): number {
    const { row } = this;
    const reserve = this.#reserve;
    reserve[rows.count] = 0;
    for (let i = rows.count - 1; i >= 0; i--) {
      const at = row[i];
      const template = rows.template[at];
      const moves = FLEXIBLE[template] === 0 && rows.status[at] !== STATUS.authorised && rows.needs[at] < 0;
      reserve[i] = moves ? Math.max(0, reserve[i + 1] - SIGN[template] * rows.amount[at]) : reserve[i + 1];
    }
    return reserve[0];
  }

  /**
   * @param openingCents what the holder would have had; raised where the firm rows need more.
   * @param overdraftCents how far the bank lets firm rows overdraw; 0 for not at all.
   */
  settle(rows: Rows, openingCents: number, overdraftCents: number, generator: Sfc32): void {
    this.#order.sort(rows);
    const needed = this.#reserveFor(rows);
    let balance = Math.max(openingCents, needed - overdraftCents + FLOOR_CENTS, FLOOR_CENTS);
    this.openingCents = balance;
    const happened = this.#happened;
    let kept = 0;
    for (let i = 0; i < rows.count; i++) {
      const at = this.row[i];
      const template = rows.template[at];
      happened[at] = 0;
      if (template === TEMPLATE.refund.number && rows.needs[at] >= 0 && happened[rows.needs[at]] === 0) continue;
      if (FLEXIBLE[template] === 1) {
        const room = balance + overdraftCents - this.#reserve[i] - FLOOR_CENTS;
        if (rows.amount[at] > room && !fits(rows, at, room, balance + overdraftCents, generator)) continue;
      }
      if (rows.status[at] === STATUS.posted || rows.status[at] === STATUS.reversed) {
        balance += SIGN[template] * rows.amount[at];
        happened[at] = 1;
      }
      this.row[kept] = at;
      this.balance[kept] = balance;
      kept++;
    }
    this.count = kept;
    this.#dropVainHolds(rows);
  }

  /** A pump holds nothing for a tank that was not filled. */
  #dropVainHolds(rows: Rows): void {
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const at = this.row[i];
      if (rows.template[at] === TEMPLATE.hold.number && rows.needs[at] >= 0 && this.#happened[rows.needs[at]] === 0) continue;
      this.row[kept] = at;
      this.balance[kept] = this.balance[i];
      kept++;
    }
    this.count = kept;
  }
}

/** How likely a card is declined where the money is not there, and where it is: a wrong code, a limit. */
const DECLINED = { without: 0.3, with: 0.02 } as const;

/** Makes a row fit into `room` cents, or says that it did not happen. */
function fits(rows: Rows, at: number, room: number, balance: number, generator: Sfc32): boolean {
  const template = rows.template[at];
  if (template === TEMPLATE.cashOut.number && room >= 2000) {
    rows.amount[at] = Math.floor(room / 2000) * 2000;
    return true;
  }
  if (template === TEMPLATE.cardBill.number && room >= 4000) {
    rows.amount[at] = Math.floor(room / 2000) * 1000;
    return true;
  }
  if (template === TEMPLATE.card.number && generator.chance(rows.amount[at] > balance ? DECLINED.without : DECLINED.with)) {
    rows.status[at] = STATUS.declined;
    return true;
  }
  return false;
}
