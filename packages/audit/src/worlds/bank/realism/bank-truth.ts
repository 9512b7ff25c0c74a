/** What the labels say of each account: ring, look-alike group or neither, and which rows show which indicator. */
import { isRole, ROLES, type Role } from "@vigie/sdk";
import type { AccountCounts } from "@vigie/report/bank";
import { openTruth } from "@vigie/testset";
import type { LabelTables } from "../../../leaks/audit-labels.ts";
import { eachFinding, labelTable, lookAlikes, ringMembers, type ShownRow } from "../labels.ts";

export interface RingMember {
  readonly account: number;
  readonly ring: number;
  readonly role: Role;
  readonly typology: string;
  /** UTC, milliseconds. */
  readonly firstPlanted: number;
  readonly lastPlanted: number;
}

export interface BankTruth {
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

function roleOf(word: string, row: number, tables: LabelTables): Role {
  return isRole(word) ? word : labelTable(tables, "positives").refuse("role", row, ROLES.join(", "), word);
}

function membersOf(tables: LabelTables): RingMember[] {
  const { accounts, rings, role: roles, typology } = ringMembers(tables);
  const positives = labelTable(tables, "positives");
  const [first, last] = [positives.numbers("first_planted"), positives.numbers("last_planted")];
  return Array.from(accounts, (account, row) => {
    const role = roleOf(roles.words[roles.codes[row]], row, tables);
    const shown = { firstPlanted: first[row], lastPlanted: last[row] };
    return { account, ring: rings[row], role, typology: typology.words[typology.codes[row]], ...shown };
  });
}

function groupsOf(tables: LabelTables, standing: Uint8Array): Map<string, readonly number[]> {
  const { accounts, group } = lookAlikes(tables);
  const members = new Map<string, number[]>(group.words.toSorted().map((word) => [word, []]));
  accounts.forEach((account: number, row: number) => {
    if (standing[account] === RING) return;
    standing[account] = LOOK_ALIKE;
    members.get(group.words[group.codes[row]])?.push(account);
  });
  return members;
}

/** Reads the labels of the test set in `folder`. @throws SpecError where they cannot be read. */
export function readBankTruth(folder: string): BankTruth {
  const tables = openTruth(folder);
  const standing = new Uint8Array(tables.subjects);
  const members = membersOf(tables);
  for (const { account } of members) standing[account] = RING;
  const groups = groupsOf(tables, standing);
  const count = (of: number): number => standing.reduce((sum, value) => sum + (value === of ? 1 : 0), 0);
  return {
    members,
    ringCount: new Set(members.map(({ ring }) => ring)).size,
    groups,
    counts: { rings: count(RING), lookAlikes: count(LOOK_ALIKE), others: count(OTHER) },
    standing,
    eachFinding: (see) => eachFinding(tables, see),
  };
}
