/** Who is let in: the visitor of a place that is open to them, or a refusal that says what would change it. */
import type { Request } from "express";
import type { Team, Viewer } from "@vigie/store";
import { mayOpen, type Place } from "../visibility.ts";
import { Refusal } from "./refusals.ts";
import { viewerOf } from "./visitor.ts";

/** @throws Refusal `sign-in` or `forbidden`. */
export function admitted(request: Request, place: Place): Viewer {
  const viewer = viewerOf(request);
  const answer = mayOpen(viewer, place);
  if (answer !== "yes") throw new Refusal(answer);
  if (viewer === null) throw new Refusal("sign-in");
  return viewer;
}

/** The same of a place that is a team's. @throws Refusal `sign-in` or `forbidden`. */
export function admittedTeam(request: Request, place: Place): Viewer & { readonly team: Team } {
  const viewer = admitted(request, place);
  if (viewer.team === null) throw new Refusal("forbidden");
  return { ...viewer, team: viewer.team };
}
