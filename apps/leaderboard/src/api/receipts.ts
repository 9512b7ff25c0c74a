/** All receipts of a challenge, for an organizer who puts the verdicts of several sites together. */
import type { Router } from "express";
import { challengeOf } from "../challenge-of.ts";
import { admitted } from "../http/admission.ts";
import type { Site } from "../page.ts";
import { seen } from "../visibility.ts";

/** Adds the route. What it gives is what the visibility function lets an organizer see. */
export function addReceipts(api: Router, { store }: Site): void {
  api.get("/challenges/:id/receipts", async (request, response) => {
    const viewer = admitted(request, "rejudge");
    const { id, precisionPoints } = await challengeOf({ store }, request);
    await store.audit({ actor: viewer.actor, act: "export-receipts", subject: id });
    const teams = await store.teams();
    const submissions = await Promise.all(teams.map((team) => store.submissionsOf(team.id, id)));
    const runs = submissions.flat().flatMap((submission) => {
      const shown = seen(viewer, submission, precisionPoints);
      const signed = [shown?.practice.receipt ?? null, shown?.public?.receipt ?? null];
      const { team, attempt, receivedAt } = submission;
      const beside = { team: team.name, baseline: team.baseline, attempt, receivedAt };
      return signed.flatMap((receipt) => (receipt === null ? [] : [{ ...beside, signed: receipt }]));
    });
    response.set("cache-control", "private, no-store").json({ receipts: 1, runs });
  });
}
