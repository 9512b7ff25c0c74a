/** The API's one route table, JSON under /api/v1. */
import { json, Router, type Request } from "express";
import { challengeOf } from "../challenge-of.ts";
import { admittedTeam } from "../http/admission.ts";
import { senderOf } from "../http/address.ts";
import { goneWith } from "../http/gone-with.ts";
import { Refusal } from "../http/refusals.ts";
import { viewerOf } from "../http/visitor.ts";
import { lookedAt } from "../looked-at.ts";
import type { Site } from "../page.ts";
import { storeArchive } from "../upload.ts";
import { seen } from "../visibility.ts";
import { leaderboardAnswer, submissionAnswer } from "./answers.ts";
import { addExhibits } from "./exhibits.ts";
import type { Feeds } from "./feed.ts";
import { addReceipts } from "./receipts.ts";
import { addRevisions } from "./revisions.ts";

function codeOf(request: Request): string {
  const body: unknown = request.body;
  if (typeof body === "object" && body !== null && "code" in body && typeof body.code === "string") return body.code;
  throw new Refusal("bad-request");
}

export function apiRoutes(site: Site, feeds: Feeds): Router {
  const api = Router();
  const { store } = site;
  api.post("/sessions", json({ limit: "4kb" }), async (request, response) => {
    if (!request.is("application/json")) throw new Refusal("not-json");
    const session = await store.signIn(codeOf(request), "token");
    if (session === null) {
      await site.doors.wrongCodes.answer(senderOf(request), goneWith(response));
      throw new Refusal("wrong-code");
    }
    response.status(201).json({ token: session.token, role: session.viewer.role, team: session.viewer.team?.name ?? null });
  });
  api.get("/challenges", async (_request, response) => {
    response.json(
      (await store.challenges()).map(
        ({ id, version, kind, world, parts, penalties, title, summary, limits, attemptsPerDay }) => ({
          id,
          version,
          kind,
          world,
          parts,
          penalties,
          title,
          summary,
          limits,
          attemptsPerDay,
        }),
      ),
    );
  });
  api.get("/challenges/:id/leaderboard", async (request, response) => {
    const { id } = await challengeOf(site, request);
    response
      .set("cache-control", "public, no-cache")
      .json(leaderboardAnswer(await store.standings(id), [...(await store.pending(id))]));
  });
  api.get("/challenges/:id/feed", (request, response) => feeds.show(request, response));
  api.post("/challenges/:id/submissions", async (request, response) => {
    const submission = await storeArchive(site, request, response, await challengeOf(site, request));
    response
      .status(201)
      .location(`/api/v1/submissions/${submission.id}`)
      .json({ id: submission.id, attempt: submission.attempt, digest: submission.digest });
  });
  api.get("/submissions/:id", async (request, response) => {
    const { shown, challenge } = await lookedAt(site, request, viewerOf(request));
    response.set("cache-control", "private, no-store").json(submissionAnswer(shown, challenge));
  });
  api.get("/submissions/:id/receipts/:split", async (request, response) => {
    const { shown } = await lookedAt(site, request, viewerOf(request));
    const { split } = request.params;
    const run = split === "practice" ? shown.practice : split === "public" ? shown.public : null;
    if (!run?.receipt) throw new Refusal("not-found");
    response.set("cache-control", "private, no-store").attachment(`receipt-${shown.id}-${split}.json`).json(run.receipt);
  });
  api.get("/me/submissions", async (request, response) => {
    const viewer = admittedTeam(request, "own-runs");
    const lists = await Promise.all(
      (await store.challenges()).map(async (challenge) =>
        (await store.submissionsOf(viewer.team.id, challenge.id)).flatMap((one) => {
          const shown = seen(viewer, one, challenge.precisionPoints);
          return shown === null ? [] : [submissionAnswer(shown, challenge)];
        }),
      ),
    );
    response.set("cache-control", "private, no-store").json(lists.flat());
  });
  addExhibits(api, site);
  addReceipts(api, site);
  addRevisions(api, site);
  return api;
}
