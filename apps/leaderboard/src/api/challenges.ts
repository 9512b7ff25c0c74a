import type { Request, Response } from "express";
import type { Site } from "../page.ts";

/** What a program has to know of a challenge to send to it. */
export function listChallenges({ store }: Site) {
  return async (_request: Request, response: Response): Promise<void> => {
    const told = (await store.publicChallenges()).map(
      ({ id, version, kind, world, parts, penalties, title, summary, limits, attemptsPerDay }) => {
        return { id, version, kind, world, parts, penalties, title, summary, limits, attemptsPerDay };
      },
    );
    response.json(told);
  };
}
