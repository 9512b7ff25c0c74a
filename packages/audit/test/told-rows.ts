/** Rows of a walk over transactions, told by what is special about them. */
import { CHANNELS } from "@vigie/spec/bank";
import type { Guard } from "../src/worlds/bank/realism/guards/guard.ts";
import type { RowView } from "../src/worlds/bank/realism/walk.ts";

const DAY_MS = 86_400_000;
/** A Tuesday. */
export const FIRST_DAY = 20_000 - ((20_000 + 4) % 7) + 2;

export type Told = Partial<Omit<RowView, "channel">> & { readonly by?: (typeof CHANNELS)[number] };

/** A row: a person's card payment of ten dollars at noon, unless it is told otherwise. */
export function rowOf(account: number, business: boolean, { by = "pos", ...told }: Told): RowView {
  const day = told.day ?? FIRST_DAY;
  const plain = { credit: false, cents: 1000, balance: 0, code: "purchase", posted: true, declined: false };
  const where = { account, business, day, minute: 720, time: day * DAY_MS + 720 * 60_000, channel: CHANNELS.indexOf(by) };
  const none = { id: 0, reversed: false, party: -1, mcc: -1, memo: -1, city: -1, deposited: false };
  return { ...plain, ...where, ...none, partyKind: "merchant", ...told };
}

/** Hours after the first midnight, as a row's time and local clock. */
export function at(hours: number): Told {
  const minutes = Math.round(hours * 60);
  return { time: FIRST_DAY * DAY_MS + hours * 3_600_000, day: FIRST_DAY + Math.floor(minutes / 1440), minute: minutes % 1440 };
}

/** Shows a guard the rows of accounts, and gives the rows that it holds, by id. */
export function held(guard: Guard, accounts: readonly (readonly Told[])[], business = false) {
  accounts.forEach((rows, account) => {
    for (const row of rows) guard.row(rowOf(account, business, row));
    guard.endAccount?.(account, business);
  });
  return new Map(guard.guarded().map((row) => [row.comparison.id, row]));
}

/** So many of what `of` gives. */
export const times = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i));
