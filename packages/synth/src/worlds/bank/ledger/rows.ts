/**
 * The rows of one account while it is being written: typed arrays that are used again for the next account.
 * −1 stands for nothing.
 */
import type { Template } from "../ground/vocabulary.ts";

const CAPACITY = 4096;

export class Rows {
  count = 0;
  /** Local seconds since the world's first midnight, and local time less UTC in minutes. */
  readonly local = new Int32Array(CAPACITY);
  readonly offset = new Int32Array(CAPACITY);
  readonly amount = new Int32Array(CAPACITY);
  readonly template = new Uint8Array(CAPACITY);
  readonly status = new Uint8Array(CAPACITY);
  readonly partyKind = new Uint8Array(CAPACITY);
  /** An account, a merchant, or a number in the ledger's list of outsiders. */
  readonly party = new Int32Array(CAPACITY);
  readonly place = new Int32Array(CAPACITY);
  readonly abroad = new Uint8Array(CAPACITY);
  /** Terminals: a merchant's (number ≥ 0) or a cash machine's (−2 − machine). */
  readonly terminal = new Int32Array(CAPACITY);
  /** Numbers in the ledger's lists of devices and of outsiders. */
  readonly device = new Int32Array(CAPACITY);
  readonly depositor = new Int32Array(CAPACITY);
  readonly processor = new Int8Array(CAPACITY);
  readonly memo = new Int16Array(CAPACITY);
  readonly transfer = new Float64Array(CAPACITY);
  /** A row without which this one does not happen: what is refunded, what a pump held for. */
  readonly needs = new Int32Array(CAPACITY);
  /** The set of indicators for which a row was planted, 0 for none. */
  readonly planted = new Int32Array(CAPACITY);

  clear(): void {
    this.count = 0;
  }

  /** Adds a row and returns its number; every further field says nothing until it is set. */
  add(template: Template, local: number, offset: number, amountCents: number): number {
    const row = this.count;
    if (row === CAPACITY) throw new RangeError(`an account has more than ${CAPACITY} rows; lower transactionsPerAccount or days`);
    this.count = row + 1;
    this.template[row] = template.number;
    this.local[row] = local;
    this.offset[row] = offset;
    this.amount[row] = amountCents;
    this.status[row] = 0;
    this.partyKind[row] = 3;
    this.party[row] = -1;
    this.place[row] = -1;
    this.abroad[row] = 0;
    this.terminal[row] = -1;
    this.device[row] = -1;
    this.depositor[row] = -1;
    this.processor[row] = -1;
    this.memo[row] = -1;
    this.transfer[row] = -1;
    this.needs[row] = -1;
    this.planted[row] = 0;
    return row;
  }
}

/** The events of one account while it is being written. */
export class Happenings {
  count = 0;
  readonly local = new Int32Array(CAPACITY);
  readonly offset = new Int32Array(CAPACITY);
  readonly type = new Uint8Array(CAPACITY);
  readonly place = new Int32Array(CAPACITY);
  readonly device = new Int32Array(CAPACITY);
  /** Token number, −1 for none. */
  readonly value = new Float64Array(CAPACITY);
  readonly note = new Int16Array(CAPACITY);
  readonly planted = new Int32Array(CAPACITY);

  clear(): void {
    this.count = 0;
  }

  add(type: number, local: number, offset: number): number {
    const row = this.count;
    if (row === CAPACITY) throw new RangeError(`an account has more than ${CAPACITY} events`);
    this.count = row + 1;
    this.type[row] = type;
    this.local[row] = local;
    this.offset[row] = offset;
    this.place[row] = -1;
    this.device[row] = -1;
    this.value[row] = -1;
    this.note[row] = -1;
    this.planted[row] = 0;
    return row;
  }
}
