/**
 * The order in which workers will take what waits, if nothing else comes: `judge/claim.ts` says who is next, and whoever was
 * served stands behind all others then. So teams take turns: in the first round in the claim's order, in every further one as
 * they were served. What belongs to a revision that does not count yet comes after all that does.
 */
export interface Waiting {
  readonly id: string;
  readonly team: string;
  readonly final: boolean;
  /** Of a revision that does not count yet. */
  readonly coming: boolean;
  readonly queuedAt: number;
  /** When a run of this team's was last taken up, of a revision that stands as this one's does; null: never. */
  readonly servedAt: number | null;
}

const byAge = (a: Waiting, b: Waiting): number => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1);

/** Teams take turns. @param served the order in which teams were served before, of those that were not by the clock; it grows. */
function inTurns<W extends Waiting>(runs: readonly W[], served: Map<string, number>): W[] {
  const queues = new Map<string, W[]>();
  for (const run of runs.toSorted(byAge)) queues.set(run.team, [...(queues.get(run.team) ?? []), run]);
  const turn = ([one]: readonly W[]): number => served.get(one.team) ?? one.servedAt ?? -Infinity;
  const order = [...queues.values()].sort((a, b) => Math.sign(turn(a) - turn(b)) || byAge(a[0], b[0]));
  const longest = Math.max(0, ...order.map(({ length }) => length));
  const taken = Array.from({ length: longest }, (_, round) => order.flatMap((queue) => queue.slice(round, round + 1))).flat();
  for (const [place, { team }] of taken.entries()) served.set(team, Number.MAX_SAFE_INTEGER / 2 + served.size + place);
  return taken;
}

/** @returns the runs, in the order in which they will be taken. */
export function claimOrder<W extends Waiting>(runs: readonly W[]): W[] {
  return [false, true].flatMap((coming) => {
    const served = new Map<string, number>();
    return [true, false].flatMap((final) =>
      inTurns(
        runs.filter((run) => run.coming === coming && run.final === final),
        served,
      ),
    );
  });
}
