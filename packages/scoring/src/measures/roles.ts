/**
 * Roles: was the part that a subject plays named right? 1 where it was; −1 where somebody exploited was named a controller, or
 * a controller exploited; 0 for any other, or none. Higher is better.
 */

/** Taking one for the other turns help into suspicion, and suspicion into help. */
const OPPOSITE: Readonly<Record<string, string>> = { exploited: "controller", controller: "exploited" };

/** 1, 0 or −1. */
export function roleWorth(planted: string | null, named: string | null): number {
  if (planted === null || named === null) return 0;
  if (named === planted) return 1;
  return Object.hasOwn(OPPOSITE, planted) && OPPOSITE[planted] === named ? -1 : 0;
}

export function isExploited(planted: string | null): boolean {
  return planted === "exploited";
}

/** 1 where an exploited person was named controller: what `misnamed` is the share of. */
export function namedController(planted: string | null, named: string | null): number {
  return isExploited(planted) && named === "controller" ? 1 : 0;
}
