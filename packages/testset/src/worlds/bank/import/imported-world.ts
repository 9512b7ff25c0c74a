/**
 * What was read becomes a world: accounts in a keyed order, their legs by time, balances counted from 0 where the source
 * gives none. A block is a bucket of legs, so that memory holds one bucket (or the largest account).
 */
import type { World, WorldBlock } from "@vigie/spec";
import type { TransferKind } from "@vigie/spec/bank";
import type { AccountBook } from "./account-book.ts";
import { int32, int64, sameText, TextColumn } from "../../../import/batch-columns.ts";
import { batch, importedLabels, type PositiveAccount } from "./imported-labels.ts";
import type { LegBuckets, Legs } from "./leg-file.ts";
import { nameHash, permutation52, token, type ImportKey, type KeyedOrder } from "../../../import/opaque-ids.ts";
import type { ImportedRing } from "./rings.ts";

const DAY_MS = 86_400_000;
const UNKNOWN = "unknown";

/** Everything that a block is made from. */
export interface ImportedSource {
  readonly book: AccountBook;
  readonly key: ImportKey;
  /** Of accounts, by their numbers in the book: a place is an account of the set. */
  readonly order: KeyedOrder;
  readonly buckets: LegBuckets;
  /** The first account of each bucket, and at the end the number of accounts. */
  readonly bucketStarts: readonly number[];
  readonly kinds: readonly TransferKind[];
  readonly rings: readonly ImportedRing[];
  readonly utcOffsetMinutes: number;
  readonly firstMs: number;
}

/** Places of legs by account, then time, then the source's order. */
function sortedLegs(legs: Legs, count: number, places: Int32Array): Int32Array {
  return Int32Array.from({ length: count }, (_, at) => at).sort(
    (a, b) =>
      places[legs.account(a)] - places[legs.account(b)] || legs.timeMs(a) - legs.timeMs(b) || legs.serial(a) - legs.serial(b),
  );
}

class BlockMaker {
  readonly #source: ImportedSource;
  readonly #ringOf = new Map<number, number>();
  readonly #rowId: (serial: number) => number;
  readonly #transferId: (row: number) => number;
  readonly #outsideId: (hash: number) => number;
  readonly #holderId: (number: number) => number;
  readonly #banks: readonly string[];

  constructor(source: ImportedSource) {
    this.#source = source;
    source.rings.forEach(({ members }, ring) => members.forEach((number) => this.#ringOf.set(number, ring)));
    this.#rowId = permutation52(source.key, "rows");
    this.#transferId = permutation52(source.key, "transfers");
    this.#outsideId = permutation52(source.key, "outside");
    this.#holderId = permutation52(source.key, "holders");
    const bankId = permutation52(source.key, "banks");
    this.#banks = Array.from(source.book.institutions(), (name) => token("bank", bankId(nameHash(name))));
  }

  #accounts(first: number, count: number) {
    const { book, firstMs, order } = this.#source;
    const columns = Object.fromEntries(
      ["institution", "kind", "home_city", "home_province", "owner_token", "address_token"].map((name) => [
        name,
        new TextColumn(count),
      ]),
    );
    for (let row = 0; row < count; row++) {
      const number = order.numbers[first + row];
      const bank = book.institutionOf(number);
      const facts = book.factsOf(number);
      columns["institution"].set(row, bank < 0 ? UNKNOWN : this.#banks[bank]);
      columns["kind"].set(row, facts?.business === true ? "business" : "personal");
      columns["home_city"].set(row, facts?.city ?? UNKNOWN);
      columns["home_province"].set(row, facts?.province ?? UNKNOWN);
      columns["owner_token"].set(row, token("own", this.#holderId(2 * number)));
      columns["address_token"].set(row, token("adr", this.#holderId(2 * number + 1)));
    }
    return batch("accounts", count, {
      account: int32(Int32Array.from({ length: count }, (_, row) => first + row)),
      opened_on: int32(new Int32Array(count).fill(Math.floor(firstMs / DAY_MS))),
      ...Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.values()])),
    });
  }

  #transactions(legs: Legs, order: Int32Array) {
    const { kinds, utcOffsetMinutes } = this.#source;
    const { places } = this.#source.order;
    const rows = order.length;
    const numbers = (of: (at: number) => number): Float64Array => Float64Array.from(order, of);
    const [partyKind, party] = [new TextColumn(rows), new TextColumn(rows)];
    const [direction, channel, code] = [new TextColumn(rows), new TextColumn(rows), new TextColumn(rows)];
    const inSet = new Uint8Array(rows);
    order.forEach((at, row) => {
      const other = legs.other(at);
      const kind = kinds[legs.kind(at)];
      inSet[row] = other >= 0 ? 1 : 0;
      partyKind.set(row, other >= 0 ? "account" : "external");
      party.set(row, other >= 0 ? String(places[other]) : token("ext", this.#outsideId(-1 - other)));
      direction.set(row, legs.serial(at) % 2 === 1 ? "credit" : "debit");
      channel.set(row, kind.channel);
      code.set(row, kind.code);
    });
    return batch("transactions", rows, {
      transaction: int64(numbers((at) => this.#rowId(legs.serial(at)))),
      account: int32(Int32Array.from(order, (at) => places[legs.account(at)])),
      transfer: int64(
        numbers((at) => this.#transferId(Math.floor(legs.serial(at) / 2))),
        inSet,
      ),
      time: int64(numbers((at) => legs.timeMs(at))),
      utc_offset_minutes: int32(new Int32Array(rows).fill(utcOffsetMinutes)),
      direction: direction.values(),
      amount_cents: int64(numbers((at) => legs.amountCents(at))),
      balance_after_cents: int64(balances(legs, order)),
      channel: channel.values(),
      code: code.values(),
      status: sameText("posted", rows),
      counterparty_kind: partyKind.values(),
      counterparty: party.values(),
    });
  }

  #positives(legs: Legs, order: Int32Array): PositiveAccount[] {
    const { rings } = this.#source;
    const { places } = this.#source.order;
    const illicit = new Map<number, number[]>();
    for (const at of order) {
      if (!legs.illicit(at)) continue;
      const rows = illicit.get(legs.account(at)) ?? [];
      rows.push(at);
      illicit.set(legs.account(at), rows);
    }
    return Array.from(illicit, ([number, rows]) => {
      const ring = this.#ringOf.get(number);
      if (ring === undefined) throw new Error(`account ${number} has illicit rows and no ring`);
      return {
        account: places[number],
        ring,
        typology: rings[ring].typology,
        firstMs: legs.timeMs(rows[0]),
        lastMs: legs.timeMs(rows[rows.length - 1]),
        evidence: Float64Array.from(rows, (at) => this.#rowId(legs.serial(at))).sort(),
      };
    });
  }

  block(index: number): WorldBlock {
    const { buckets, bucketStarts } = this.#source;
    const { places } = this.#source.order;
    const first = bucketStarts[index];
    const count = bucketStarts[index + 1] - first;
    const { legs, count: rows } = buckets.read(index);
    const order = sortedLegs(legs, rows, places);
    const inputs = {
      accounts: this.#accounts(first, count),
      transactions: this.#transactions(legs, order),
      events: batch("events", 0, {}),
    };
    return { first, count, tables: { ...inputs, ...importedLabels(first, count, this.#positives(legs, order), places.length) } };
  }
}

/** The source's balance where it gives one; else what came less what went since the account's first row. */
function balances(legs: Legs, order: Int32Array): Float64Array {
  const values = new Float64Array(order.length);
  let balance = 0;
  order.forEach((at, row) => {
    if (row === 0 || legs.account(order[row - 1]) !== legs.account(at)) balance = 0;
    balance += legs.serial(at) % 2 === 1 ? legs.amountCents(at) : -legs.amountCents(at);
    if (!Number.isNaN(legs.balanceCents(at))) balance = legs.balanceCents(at);
    values[row] = balance;
  });
  return values;
}

/** @param source is read again for each block. */
export function importedWorld(source: ImportedSource): World {
  const maker = new BlockMaker(source);
  const { rings, order, bucketStarts } = source;
  const typology = new TextColumn(rings.length);
  rings.forEach((ring, number) => typology.set(number, ring.typology));
  return {
    subjects: order.places.length,
    blockCount: bucketStarts.length - 1,
    commons: () => ({
      merchants: batch("merchants", 0, {}),
      rings: batch("rings", rings.length, {
        ring: int32(Int32Array.from(rings, (_, ring) => ring)),
        typology: typology.values(),
        accounts: int32(Int32Array.from(rings, ({ members }) => members.length)),
      }),
    }),
    block: (index) => maker.block(index),
  };
}
