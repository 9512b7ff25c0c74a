/** A team's submissions: sent, listed, looked at. */
import type { Request, Response } from "express";
import type { Static } from "@sinclair/typebox";
import { challengeById, challengeOf } from "../challenge-of.ts";
import { admittedTeam } from "../http/admission.ts";
import { Refusal } from "../http/refusals.ts";
import { viewerOf } from "../http/visitor.ts";
import { lookedAt } from "../looked-at.ts";
import { sightOf } from "../freeze/sight.ts";
import { eventOf, type Site } from "../page.ts";
import type { Asked } from "../routes/route.ts";
import { storeArchive } from "../upload.ts";
import { seenListed } from "../visibility.ts";
import { listedAnswer, submissionAnswer } from "./answers.ts";
import type { OwnPage } from "./schemas.ts";

const PRIVATE = { "cache-control": "private, no-store" };

export function sendSubmission(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { id, attempt, digest } = await storeArchive(site, request, response, await challengeOf(site, request));
    response.status(201).location(`/api/v1/submissions/${id}`).json({ id, attempt, digest });
  };
}

export function readSubmission(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { shown, challenge } = await lookedAt(site, request, viewerOf(request));
    response.set(PRIVATE).json(submissionAnswer(shown, challenge));
  };
}

export function readReceipt(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { shown } = await lookedAt(site, request, viewerOf(request));
    const split = request.params["split"] === "practice" ? "practice" : "public";
    const run = split === request.params["split"] ? shown[split] : null;
    if (!run?.receipt) throw new Refusal("not-found");
    response.set(PRIVATE).attachment(`receipt-${shown.id}-${split}.json`).json(run.receipt);
  };
}

export function listOwn(site: Site) {
  const { store } = site;
  return async (request: Request, response: Response, { query }: Asked<Static<typeof OwnPage>, unknown>): Promise<void> => {
    const viewer = admittedTeam(request, "own-runs");
    const { challenge: wished, ...page } = query;
    const challenges = wished === undefined ? await store.challenges() : [await challengeById(site, wished)];
    const [event, now] = [await eventOf(site), store.clock.now()];
    const lists = await Promise.all(
      challenges.map(async (challenge) =>
        (await store.submissionsOf(viewer.team.id, challenge.id, page)).flatMap((one) => {
          const shown = seenListed(viewer, one, sightOf(event, now, viewer, challenge));
          return shown === null ? [] : [listedAnswer(shown)];
        }),
      ),
    );
    response.set(PRIVATE).json(lists.flat());
  };
}
