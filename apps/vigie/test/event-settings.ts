import type { NewSettings } from "@vigie/store";

/** An event that has been open for years, and closes when nobody tests any more. */
export function eventSettings(own: Partial<NewSettings> = {}): NewSettings {
  return {
    ...{ id: "test", name: { en: "Test", fr: "Essai" }, timeZone: "America/St_Johns", secretCommitment: "00", demo: false },
    ...{ opensAt: "2020-01-01T00:00:00.000Z", closesAt: "2090-01-01T00:00:00.000Z" },
    helpLine: { name: { en: "Help", fr: "Aide" }, phone: "555-0100" },
    ...own,
  };
}
