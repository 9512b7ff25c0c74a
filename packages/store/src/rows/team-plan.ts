/**
 * What a list of teams would do, told before anything is done.
 *
 * A line is a team by its key; without one, by what its name is read as. A team that is known stays who it is: with a key of
 * the organizer's it takes the name of the list, without one it keeps the name that it has now. Names are compared as they
 * will stand when all lines are through, each key and skeleton made once, so that teams may swap names, and a thousand
 * teams are not a million comparisons.
 */
import { MOST_TEAMS, type TeamLine } from "@vigie/spec/event";
import { StoreError } from "../errors.ts";
import type { TeamFault, TeamsPlanned } from "../event-contract.ts";
import { shortText } from "./change-team.ts";
import { checkedName, nameKey, nameSkeleton } from "./team-name.ts";
import type { TeamRow } from "./team-profile.ts";

type Known = Pick<
  TeamRow,
  "id" | "name" | "key" | "language" | "division" | "entry" | "hidden" | "reason" | "baseline" | "erased_at"
>;

/** A line, and the team that it is or becomes. */
export interface PlannedTeam {
  readonly team: Known | null;
  readonly becomes: "new" | "changed" | "same";
  readonly name: string;
  readonly key: string;
  readonly language: Known["language"];
  readonly division: string | null;
  readonly entry: Known["entry"];
}

export type Plan =
  | { readonly kind: "right"; readonly teams: readonly PlannedTeam[] }
  | { readonly kind: "faulty"; readonly faults: readonly TeamFault[] };

function nameOf(line: TeamLine): string | null {
  try {
    return checkedName(line.name);
  } catch (cause) {
    if (cause instanceof StoreError) return null;
    throw cause;
  }
}

/** Nobody comes back into the competition by a list. */
function entryOf({ outOfCompetition: out }: TeamLine, team: Known | null): Known["entry"] {
  if (team?.entry === "disqualified" || out === undefined) return team?.entry ?? "competing";
  return out ? "out-of-competition" : "competing";
}

function plannedTeam(line: TeamLine, name: string, key: string, team: Known | null): PlannedTeam {
  const own = shortText(line.key, 60) !== null;
  const planned = {
    name: team === null || own ? name : team.name,
    key: own ? key : (team?.key ?? key),
    language: line.language ?? team?.language ?? null,
    division: line.division === undefined ? (team?.division ?? null) : shortText(line.division, 40),
    entry: entryOf(line, team),
  };
  if (team === null) return { team, becomes: "new", ...planned };
  const { name: called, key: known, language, division, entry } = planned;
  const same =
    called === team.name &&
    known === team.key &&
    language === team.language &&
    division === team.division &&
    entry === team.entry;
  return { team, becomes: same ? "same" : "changed", ...planned };
}

/** Who has which name, when all lines are through. */
class Names {
  readonly #keys = new Map<string, string>();
  readonly #skeletons = new Map<string, string>();

  /** @returns what keeps the name from being taken; else it is. */
  take(name: string): Omit<TeamFault, "row"> | null {
    const [key, skeleton] = [nameKey(name), nameSkeleton(name)];
    const [same, alike] = [this.#keys.get(key), this.#skeletons.get(skeleton)];
    if (same !== undefined) return { code: "name-taken", other: same };
    if (alike !== undefined) return { code: "name-looks-alike", other: alike };
    this.#keys.set(key, name);
    this.#skeletons.set(skeleton, name);
    return null;
  }
}

class Planner {
  readonly #byKey: ReadonlyMap<string, Known>;
  readonly #byName: ReadonlyMap<string, Known>;
  readonly #teams: readonly Known[];
  readonly #listed = new Map<string, string>();
  readonly #faults: TeamFault[] = [];

  constructor(teams: readonly Known[]) {
    this.#teams = teams;
    const listable = teams.filter(({ baseline, erased_at: erased }) => !baseline && erased === null);
    this.#byKey = new Map(listable.flatMap((team) => (team.key === null ? [] : [[team.key, team] as const])));
    this.#byName = new Map(listable.map((team) => [nameKey(team.name), team] as const));
  }

  /** By a line's key a team that has one is not found by its name: it could be another one. */
  #teamOf(name: string, own: string | null): Known | null {
    const known = this.#byKey.get(own ?? nameKey(name));
    if (known !== undefined) return known;
    const named = this.#byName.get(nameKey(name)) ?? null;
    const isKeyed = named !== null && named.key !== null && named.key !== nameKey(named.name);
    return own !== null && isKeyed ? null : named;
  }

  #line(line: TeamLine, row: number): { readonly row: number; readonly planned: PlannedTeam } | null {
    const name = nameOf(line);
    if (name === null) {
      this.#faults.push({ row, code: "bad-name" });
      return null;
    }
    const own = shortText(line.key, 60);
    const key = own ?? nameKey(name);
    const team = this.#teamOf(name, own);
    const doubled = this.#listed.get(key) ?? (team && this.#listed.get(team.id));
    if (typeof doubled === "string") {
      this.#faults.push({ row, code: "doubled", other: doubled });
      return null;
    }
    this.#listed.set(key, name);
    if (team !== null) this.#listed.set(team.id, name);
    return { row, planned: plannedTeam(line, name, key, team) };
  }

  plan(lines: readonly TeamLine[]): Plan {
    const planned = lines.flatMap((line, row) => this.#line(line, row) ?? []);
    const renamed = new Set(planned.flatMap(({ planned: { team, name } }) => (team && team.name !== name ? [team.id] : [])));
    const names = new Names();
    for (const team of this.#teams) if (!renamed.has(team.id)) names.take(team.name);
    for (const { row, planned: each } of planned) {
      if (each.team !== null && !renamed.has(each.team.id)) continue;
      const fault = names.take(each.name);
      if (fault !== null) this.#faults.push({ row, ...fault });
    }
    const fresh = planned.filter(({ planned: { team } }) => team === null);
    const room = MOST_TEAMS - this.#teams.length;
    for (const { row } of fresh.slice(Math.max(0, room))) this.#faults.push({ row, code: "too-many" });
    if (this.#faults.length > 0) return { kind: "faulty", faults: this.#faults.sort((a, b) => a.row - b.row) };
    return { kind: "right", teams: planned.map(({ planned: each }) => each) };
  }
}

/** @param teams every team that there is. */
export function planOf(lines: readonly TeamLine[], teams: readonly Known[]): Plan {
  return new Planner(teams).plan(lines);
}

/** A plan as an organizer is shown it. */
export function toldPlan(plan: Plan): TeamsPlanned {
  if (plan.kind === "faulty") return plan;
  return { kind: "right", rows: plan.teams.map(({ becomes, team }) => ({ becomes, team: team?.id ?? null })) };
}
