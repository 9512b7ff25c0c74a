import type { NewSettings } from "@vigie/store";

/** An event that has been open for years, and closes when nobody tests any more. */
export function eventSettings(own: Partial<NewSettings> = {}): NewSettings {
  return {
    ...{ id: "e", name: { en: "E", fr: "É" }, timeZone: "UTC", secretCommitment: "00", demo: false },
    ...{ opensAt: "2020-01-01T00:00:00.000Z", closesAt: "2090-01-01T00:00:00.000Z" },
    helpLine: { name: { en: "none", fr: "aucune" }, phone: "" },
    ...own,
  };
}
