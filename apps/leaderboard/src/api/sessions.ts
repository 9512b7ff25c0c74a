/** A code for a token, and the end of it. */
import type { Request, Response } from "express";
import type { Static } from "@sinclair/typebox";
import { senderOf } from "../http/address.ts";
import { goneWith } from "../http/gone-with.ts";
import { Refusal } from "../http/refusals.ts";
import { tokenOf } from "../http/visitor.ts";
import type { Site } from "../page.ts";
import type { Asked } from "../routes/route.ts";
import type { Code } from "./schemas.ts";

/** The code is looked up before anything is held back: the right one is never slowed down. */
export function beginSession({ store, doors }: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof Code>>): Promise<void> => {
    const session = await store.signIn(body.code, "token");
    if (session === null) {
      await doors.wrongCodes.answer(senderOf(request), goneWith(response));
      throw new Refusal("wrong-code");
    }
    const { token, viewer } = session;
    response
      .set("cache-control", "no-store")
      .status(201)
      .json({ token, role: viewer.role, team: viewer.team?.name ?? null });
  };
}

export function endSession({ store }: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const token = tokenOf(request);
    if (token !== null) await store.signOut(token);
    response.status(204).end();
  };
}
