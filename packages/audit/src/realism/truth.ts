/** What the labels say of each account: ring, look-alike group or neither, and which rows show which indicator. */
import { join } from "node:path";
import { isRole, ROLES, type Role } from "@vigie/sdk";
import type { AccountCounts } from "@vigie/report";
import { SpecError } from "@vigie/spec";
import { readTable } from "@vigie/testset";
import { numbersOf, textOf } from "./walk.ts";

export interface RingMember {
  readonly account: number;
  readonly ring: number;
  readonly role: Role;
  readonly typology: string;
}

/** One row that shows an indicator. */
export interface ShownRow {
  readonly indicator: string;
  readonly evidence: number;
  readonly planted: boolean;
}

export interface Truth {
  readonly members: readonly RingMember[];
  readonly ringCount: number;
  /** Group → its lawful members, ascending; groups by name. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
  readonly counts: AccountCounts;
  /** By account: 0 everybody else, 1 lawful look-alike, 2 ring. */
  readonly standing: Uint8Array;
  /** Calls back for each finding, sorted by account and indicator. */
  eachFinding(see: (account: number, row: ShownRow) => void): void;
}

export const OTHER = 0;
export const LOOK_ALIKE = 1;
export const RING = 2;

function roleOf(word: string, row: number, labels: string): Role {
  if (isRole(word)) return word;
  const file = join(labels, "positives.arrow");
  throw new SpecError("bad-labels", [{ file, pointer: `/role/${row}`, expected: ROLES.join(", "), found: word }]);
}

function membersOf(labels: string): RingMember[] {
  const table = readTable(labels, "positives");
  const accounts = numbersOf(table, "account");
  const rings = numbersOf(table, "ring");
  const roles = textOf(table, "role");
  const typologies = textOf(table, "typology");
  return Array.from({ length: table.rows }, (_, row) => ({
    account: accounts[row],
    ring: rings[row],
    role: roleOf(roles.words[roles.codes[row]], row, labels),
    typology: typologies.words[typologies.codes[row]],
  }));
}

function groupsOf(labels: string, standing: Uint8Array): Map<string, readonly number[]> {
  const table = readTable(labels, "groups");
  const accounts = numbersOf(table, "account");
  const { codes, words } = textOf(table, "group");
  const members = new Map<string, number[]>(words.toSorted().map((word) => [word, []]));
  for (let row = 0; row < table.rows; row++) {
    const account = accounts[row];
    if (standing[account] === RING) continue;
    standing[account] = LOOK_ALIKE;
    members.get(words[codes[row]])?.push(account);
  }
  return members;
}

/** Reads the labels of `folder`. @throws SpecError where they cannot be read. */
export function readTruth(folder: string, accountCount: number): Truth {
  const labels = join(folder, "labels");
  const standing = new Uint8Array(accountCount);
  const members = membersOf(labels);
  for (const { account } of members) standing[account] = RING;
  const groups = groupsOf(labels, standing);
  const count = (of: number): number => standing.reduce((sum, value) => sum + (value === of ? 1 : 0), 0);
  return {
    members,
    ringCount: new Set(members.map(({ ring }) => ring)).size,
    groups,
    counts: { rings: count(RING), lookAlikes: count(LOOK_ALIKE), others: count(OTHER) },
    standing,
    eachFinding: (see) => eachFinding(labels, see),
  };
}

function eachFinding(labels: string, see: (account: number, row: ShownRow) => void): void {
  const table = readTable(labels, "findings");
  const accounts = numbersOf(table, "account");
  const indicators = textOf(table, "indicator");
  const evidence = numbersOf(table, "evidence");
  const planted = numbersOf(table, "planted");
  for (let row = 0; row < table.rows; row++) {
    see(accounts[row], {
      indicator: indicators.words[indicators.codes[row]],
      evidence: evidence[row],
      planted: planted[row] === 1,
    });
  }
}
