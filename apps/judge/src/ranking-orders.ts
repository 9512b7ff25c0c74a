/** What goes between who has teams ranked and the thread that does it, and how the orders are carried out. */
import type { Place } from "@vigie/store/judge";
import { KeptRanking, type RankedTeam, type Rules } from "./kept-ranking.ts";
import { isOfKind, type Failed } from "./thread-failure.ts";

export type RankingOrder =
  /** Takes in some teams of a challenge; `anew` forgets those of before. */
  | { readonly kind: "take"; readonly challenge: string; readonly anew: boolean; readonly teams: readonly RankedTeam[] }
  | { readonly kind: "rank"; readonly challenge: string; readonly rules: Rules };

/** Where the teams that were taken in stand; after having been `compared` in so many pairs, since they were taken in anew. */
export interface Ranked {
  readonly kind: "ranked";
  readonly places: readonly Place[];
  readonly compared: number;
}

export type RankingAnswer = { readonly kind: "taken" } | Ranked;

export function isRankingOrder(message: unknown): message is RankingOrder {
  return isOfKind(message, ["take", "rank"]);
}

export function isRankingAnswer(message: unknown): message is RankingAnswer | Failed {
  return isOfKind(message, ["taken", "ranked", "failed"]);
}

/** The rankings of an event's challenges. */
export class Rankings {
  readonly #rankings = new Map<string, KeptRanking>();

  obey(order: RankingOrder): RankingAnswer {
    const known = order.kind === "take" && order.anew ? undefined : this.#rankings.get(order.challenge);
    const ranking = known ?? new KeptRanking();
    this.#rankings.set(order.challenge, ranking);
    if (order.kind === "rank") {
      const places = ranking.rank(order.rules);
      return { kind: "ranked", places, compared: ranking.compared };
    }
    ranking.take(order.teams);
    return { kind: "taken" };
  }
}
