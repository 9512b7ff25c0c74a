/** Roles: was the part that an account's holder plays named right? No role is wrong. */
import { ROLES } from "@vigie/sdk";
import type { Positive } from "@vigie/spec";

const CONTROLLER = ROLES.indexOf("controller");

/** 1 for the right role, else 0. `named` is a position in `ROLES`, −1 without one. */
export function roleRight(positive: Positive, named: number): number {
  return named >= 0 && ROLES[named] === positive.role ? 1 : 0;
}

/** 1 where an exploited person was named controller: what `misnamed` is the share of. */
export function namedController(positive: Positive, named: number): number {
  return positive.role === "exploited" && named === CONTROLLER ? 1 : 0;
}
