/** A small set without a leak, in memory, that a test spoils by one: lists, a field a column. */
import { auditSetOf } from "../src/audits.ts";
import type { AuditSet } from "../src/leaks/audit-set.ts";
import { drawsFor } from "../src/leaks/chance/generator.ts";
import type { ColumnValues, TableBatch } from "@vigie/spec";
import { ints, longs, text, words } from "./invented-columns.ts";

const ACCOUNTS = 4000;
const RINGS = 100;
const DAY_MS = 86_400_000;
const DAYS = 84;
export const CITIES = ["Halifax", "Laval", "Regina", "Brandon", "Kelowna", "Sudbury", "Moncton", "Surrey"];
const TYPOLOGIES = ["funnel", "pooler", "circuit"];
const ROLES = ["controller", "exploited", "mule"];

export interface Account {
  institution: string;
  openedOn: number;
  city: string;
  owner: string;
  handle: string | null;
  /** Whether its balance grows by over ten thousand dollars. */
  hoards: boolean;
  ring: number;
  role: string;
}

export interface Row {
  id: number;
  account: number;
  time: number;
  amount: number;
  channel: string;
  memo: string | null;
  /** The account's own where none is named. */
  city: string | null;
  planted: boolean;
}

export interface Invented {
  readonly accounts: Account[];
  readonly rows: Row[];
  readonly draw: (n: number) => number;
  /** Ids of events, one an account. */
  readonly eventIds: number[];
  /** How many merchants are listed. */
  merchants: number;
  /** Puts these words first in a column's dictionary. */
  readonly first: Map<string, ReadonlySet<string>>;
}

export function typologyOf(ring: number): string {
  return TYPOLOGIES[ring % TYPOLOGIES.length];
}

/** Which accounts belong to which ring, three a ring: at random, or as `chooses` prefers them. */
function dealRings(draw: (n: number) => number, prefers: (account: number) => boolean): { ring: number; role: string }[] {
  const dealt = Array.from({ length: ACCOUNTS }, () => ({ ring: -1, role: "" }));
  for (let member = 0; member < 3 * RINGS;) {
    const account = draw(ACCOUNTS);
    if (dealt[account].ring >= 0 || !prefers(account)) continue;
    dealt[account] = { ring: Math.floor(member / 3), role: ROLES[member % 3] };
    member++;
  }
  return dealt;
}

/** @param prefers false keeps an account out of rings. */
export function invent(name: string, prefers: (account: number, draw: (n: number) => number) => boolean = () => true): Invented {
  const draw = drawsFor(`invented/${name}`);
  const dealt = dealRings(draw, (account) => prefers(account, draw));
  const drawHoard = drawsFor(`invented/${name}/balances`);
  const accounts = dealt.map(({ ring, role }): Account => ({
    institution: `Bank ${draw(6)}`,
    openedOn: 15_000 + draw(5000),
    city: CITIES[draw(CITIES.length)],
    owner: text(draw, 10),
    handle: draw(100) < 8 ? null : `${text(draw, 3 + draw(6))} ${text(draw, 4 + draw(8))}`,
    hoards: drawHoard(60) === 0,
    ring,
    role,
  }));
  const rows: Row[] = accounts.flatMap(({ ring: own }, account) =>
    Array.from({ length: 10 + draw(12) }, (): Row => ({
      id: draw(67_108_864) * 67_108_864 + draw(67_108_864),
      account,
      time: 20_000 * DAY_MS + draw(DAYS) * DAY_MS + draw(86_400) * 1000,
      amount: 500 + draw(20_000),
      channel: ["pos", "e-transfer", "abm-cash"][draw(3)],
      memo: draw(3) === 0 ? text(draw, 2) : null,
      city: null,
      planted: own >= 0 && draw(3) === 0,
    })),
  );
  const drawId = drawsFor(`invented/${name}/events`);
  const eventIds = accounts.map(() => drawId(67_108_864) * 67_108_864 + drawId(67_108_864));
  return { accounts, rows, draw, eventIds, merchants: 0, first: new Map() };
}

function table(rows: number, columns: Readonly<Record<string, ColumnValues>>): TableBatch {
  return { rows, columns };
}

function labelTables(accounts: readonly Account[], rows: readonly Row[]): Record<string, TableBatch> {
  const members = accounts.flatMap(({ ring, role }, account) => (ring < 0 ? [] : [{ account, ring, role }]));
  const planted = rows.filter((row) => row.planted);
  return {
    positives: table(members.length, {
      account: ints(members.map(({ account }) => account)),
      ring: ints(members.map(({ ring }) => ring)),
      role: words(members.map(({ role }) => role)),
      typology: words(members.map(({ ring }) => typologyOf(ring))),
    }),
    findings: table(planted.length, { evidence: longs(planted.map(({ id }) => id)), planted: ints(planted.map(() => 1)) }),
    groups: table(0, { account: ints([]), group: words([]) }),
    units: table(accounts.length, { account: ints([...accounts.keys()]), unit: ints([...accounts.keys()]) }),
  };
}

/** The set as the audit takes it. */
export function auditable({ accounts, rows, eventIds, merchants, first }: Invented): AuditSet {
  rows.sort((a, b) => a.account - b.account || a.time - b.time);
  const count = rows.length;
  const hoarded = ({ account, time }: Row): number =>
    accounts[account].hoards ? Math.round((4_000_000 * (time - 20_000 * DAY_MS)) / (DAYS * DAY_MS)) : 0;
  const always = (value: string): ColumnValues => words(rows.map(() => value));
  return auditSetOf("bank", {
    accounts: table(accounts.length, {
      account: ints([...accounts.keys()]),
      institution: words(accounts.map((one) => one.institution)),
      kind: words(accounts.map(() => "personal")),
      opened_on: ints(accounts.map((one) => one.openedOn)),
      home_city: words(accounts.map((one) => one.city)),
      owner_token: words(accounts.map((one) => one.owner)),
      handle: words(
        accounts.map((one) => one.handle),
        first.get("handle"),
      ),
    }),
    transactions: table(count, {
      transaction: longs(rows.map((row) => row.id)),
      account: ints(rows.map((row) => row.account)),
      transfer: longs(rows.map((row) => row.id)),
      time: longs(rows.map((row) => row.time)),
      amount_cents: longs(rows.map((row) => row.amount)),
      balance_after_cents: longs(rows.map((row) => row.amount + 100_000 + hoarded(row))),
      channel: words(rows.map((row) => row.channel)),
      code: always("transfer"),
      direction: always("debit"),
      status: always("posted"),
      counterparty_kind: always("none"),
      mcc: ints(rows.map(() => 0)),
      memo: words(rows.map((row) => row.memo)),
      city: words(rows.map((row) => row.city ?? accounts[row.account].city)),
    }),
    events: table(accounts.length, {
      event: longs(eventIds),
      account: ints([...accounts.keys()]),
      time: longs(accounts.map((_, i) => 20_000 * DAY_MS + ((i * 7919) % 5_000_000) * 1000)),
      type: words(accounts.map(() => "login")),
    }),
    merchants: table(merchants, { merchant: ints([...Array(merchants).keys()]) }),
    ...labelTables(accounts, rows),
  });
}
