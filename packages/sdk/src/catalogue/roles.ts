/** The part that an account's holder plays in a ring. One list for labels, predictions and pages. @fr Le rôle que la personne titulaire du compte joue dans un réseau. Une seule liste pour les étiquettes, les prédictions et les pages. */
export const ROLES = ["exploited", "controller", "facilitator", "front", "mule"] as const;

export type Role = (typeof ROLES)[number];

/** True of the five role names and of nothing else. @fr Vrai des cinq noms de rôles, et de rien d’autre. */
export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
