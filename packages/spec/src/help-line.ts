/** Who listens in Canada, where an event names nobody else. Source: the Canadian Human Trafficking Hotline. */
export const HELP_LINE = {
  name: { en: "Canadian Human Trafficking Hotline", fr: "Ligne d’urgence canadienne contre la traite des personnes" },
  phone: "1-833-900-1010",
} as const;
