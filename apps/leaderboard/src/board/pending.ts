/** Which teams have a run on its way. */
export interface Pending {
  readonly team: string;
  readonly state: "queued" | "judging";
}

/** By team; judging stands above waiting, where a team has runs in both states. */
export function statesOf(pending: readonly Pending[]): ReadonlyMap<string, Pending["state"]> {
  const waitingFirst = pending.toSorted((a, b) => Number(a.state === "judging") - Number(b.state === "judging"));
  return new Map(waitingFirst.map(({ team, state }) => [team, state]));
}
