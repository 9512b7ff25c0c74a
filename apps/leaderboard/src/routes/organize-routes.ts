/** The organizers' rows of the table: pages, in both languages. */
import { showSetUp, submitSetUp } from "../organize/set-up/page.ts";
import { SetUpForm } from "../organize/set-up/form.ts";
import type { Site } from "../page.ts";
import { PAGE, row, type Route } from "./route.ts";

const SEE_OTHER = { 303: { type: "none" } } as const;

export function organizeRoutes(site: Site): readonly Route[] {
  return [
    row({
      method: "get",
      path: "/:lang/set-up",
      summary: { en: "Opening an event", fr: "Ouvrir un événement" },
      who: "organize",
      answers: PAGE,
      handle: showSetUp(site),
    }),
    row({
      method: "post",
      path: "/:lang/set-up",
      summary: { en: "Open an event", fr: "Ouvrir un événement" },
      who: "organize",
      body: { kind: "upload", schema: SetUpForm, limit: "2mb" },
      answers: SEE_OTHER,
      handle: submitSetUp(site),
    }),
  ];
}
