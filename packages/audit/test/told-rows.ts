/** Rows of a walk over transactions, told by what is special about them. */
import { CHANNELS } from "@vigie/spec/bank";
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
