/** The part that an account's holder plays in a ring. One list for labels, predictions and pages. */
export const ROLES = ["exploited", "controller", "facilitator", "front", "mule"] as const;

export type Role = (typeof ROLES)[number];

/** True of the five role names and of nothing else. */
export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
