/** The score's properties on one world: what must hold of any list, and what is measured of each detector. */
import { ranked, withRoles, type Alert, type Alerts } from "./alerts.ts";
import type { ScoreWorld, WorthOften } from "./score-world.ts";

/** Changes of roles that no detector should gain by. */
export const RENAMINGS: Readonly<Record<string, (role: string | undefined) => string | undefined>> = {
  "no controller": (role) => (role === "controller" ? undefined : role),
  "controllers exploited": (role) => (role === "controller" ? "exploited" : role),
  nobody: () => undefined,
  "everybody exploited": () => "exploited",
};
const SHARES = [0.25, 0.5, 0.75];

export interface OfDetector extends WorthOften {
  readonly namesRoles: boolean;
  /** Points more (or less) by renaming. */
  readonly renamed: Readonly<Record<string, number>>;
  /** The same by alerting on a share of the budget alone; by share. */
  readonly held: readonly number[];
  /** Lawful members spared one at a time, and how many of those raised the score. */
  readonly spared: number;
  readonly raised: number;
}

/** Lawful, of no group, and below the least score that is surely within the budget: whom to alert on in a member's place. */
function nobodyIn(world: ScoreWorld, alerts: Alerts, least: number): number {
  const taken = new Set(alerts.filter(({ score }) => score >= least).map(({ account }) => account));
  for (const members of [world.positives.keys(), ...world.groups.values()]) for (const member of members) taken.add(member);
  for (let account = 0; account < world.subjects; account++) if (!taken.has(account)) return account;
  throw new Error("everybody of the world belongs to a group, a ring or the budget");
}

/** The list with a lawful member and somebody of no group in each other's place: ranking and budget are as they were. */
function without(world: ScoreWorld, alerts: Alerts, { account: member }: Alert, least: number): Alert[] {
  const nobody = nobodyIn(world, alerts, least);
  const other = new Map([
    [member, nobody],
    [nobody, member],
  ]);
  return alerts.map((alert) => {
    const account = other.get(alert.account);
    return account === undefined ? alert : { account, score: alert.score };
  });
}

/** Within the budget: one member of each group, then of the group that has most of them one after the other until none is left. */
function sparedIn(world: ScoreWorld, alerts: Alerts, points: number): { spared: number; raised: number } {
  const within = ranked(alerts).slice(0, world.budget);
  const least = Math.min(...within.map(({ score }) => score));
  // Of a tie at the cut only a share counts.
  const sure = within.filter(({ score }) => score > least);
  const hits = Array.from(world.groups.values(), (group) => sure.filter(({ account }) => group.has(account)));
  const touched = hits.filter((one) => one.length > 0).sort((a, b) => b.length - a.length);
  if (points <= 0 || touched.length === 0) return { spared: 0, raised: 0 };
  let [spared, raised] = [0, 0];
  const tell = (list: Alerts, then: number): number => {
    const now = world.worth(list).points;
    spared++;
    if (now > then) raised++;
    return now;
  };
  for (const [first] of touched) tell(without(world, alerts, first, least), points);
  let [list, then]: [Alerts, number] = [alerts, points];
  for (const hit of touched[0]) {
    list = without(world, list, hit, least);
    then = tell(list, then);
  }
  return { spared, raised };
}

export function ofDetector(world: ScoreWorld, alerts: Alerts): OfDetector {
  const worth = world.worthOften(alerts);
  const { points } = worth;
  const renamed = Object.entries(RENAMINGS).map(([name, change]) => {
    return [name, world.worth(withRoles(alerts, change)).points - points] as const;
  });
  const first = ranked(alerts);
  const held = SHARES.map((share) => world.worth(first.slice(0, Math.floor(share * world.budget))).points - points);
  const namesRoles = alerts.some(({ role }) => role !== undefined);
  return { ...worth, namesRoles, renamed: Object.fromEntries(renamed), held, ...sparedIn(world, alerts, points) };
}

/** What must hold on any world, whoever detects. */
export interface OfWorld {
  readonly empty: number;
  readonly constant: number;
  /** The evidence part of whoever alerts on the positives alone: citing what predicates say, and every row. */
  readonly exactEvidence: number;
  readonly floodEvidence: number;
}

export function ofWorld(world: ScoreWorld): OfWorld {
  const positives = [...world.positives.keys()];
  const alert = (account: number): Alert => ({ account, score: 1 - account / (2 * world.subjects) });
  const exact = positives.map((account) => ({ ...alert(account), findings: world.exactFindings(account) }));
  const rows = world.everyRow();
  const flood = positives.map((account) => {
    const shown = world.exactFindings(account).map(({ indicator }) => indicator);
    const all = rows.get(account) ?? [];
    const findings = shown.map((indicator, i) => ({ indicator, evidence: all.slice(500 * i, 500 * (i + 1)) }));
    return { ...alert(account), findings: findings.filter(({ evidence }) => evidence.length > 0) };
  });
  // The budget part is a factor of the evidence; here it is 1 where the budget holds all positives.
  const evidenceOf = (alerts: Alerts): number => {
    const { parts } = world.worth(alerts);
    return parts["evidence"] / parts["budget"];
  };
  return {
    empty: world.worth([]).points,
    constant: world.worth(Array.from({ length: world.subjects }, (_, account) => ({ account, score: 0.5 }))).points,
    exactEvidence: evidenceOf(exact),
    floodEvidence: evidenceOf(flood),
  };
}
