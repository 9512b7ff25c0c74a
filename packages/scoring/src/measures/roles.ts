/**
 * Roles: was the part that a subject plays named right? 1 or 0, higher is better; none named is wrong. And were exploited
 * persons called controllers? 1 or 0, lower is better.
 */

/** 1 for the right role, else 0. */
export function roleRight(planted: string | null, named: string | null): number {
  return named !== null && named === planted ? 1 : 0;
}

export function isExploited(planted: string | null): boolean {
  return planted === "exploited";
}

/** 1 where an exploited person was named controller: what `misnamed` is the share of. */
export function namedController(planted: string | null, named: string | null): number {
  return isExploited(planted) && named === "controller" ? 1 : 0;
}
