/** The organizers' rows of the API. */
import type { TSchema } from "@sinclair/typebox";
import { EventFile } from "@vigie/spec/event";
import * as shape from "../api/schemas.ts";
import { postSetUp, readEventFile } from "../organize/set-up/api.ts";
import type { Site } from "../page.ts";
import { json, row, type Route } from "./route.ts";

const API = "/api/v1";
/** By a plain name: its own type is deeper than TypeScript follows. */
const EVENT_FILE: TSchema = EventFile;

export function organizeApiRoutes(site: Site): readonly Route[] {
  return [
    row({
      method: "post",
      path: `${API}/setup`,
      summary: { en: "Open an event by its file", fr: "Ouvrir un événement à partir de son fichier" },
      who: "organize",
      body: { kind: "json", schema: EventFile, limit: "2mb" },
      answers: { 201: json(shape.Event) },
      handle: postSetUp(site),
    }),
    row({
      method: "get",
      path: `${API}/event/file`,
      summary: { en: "The event as a file that opens it again", fr: "L’événement, en un fichier qui l’ouvre de nouveau" },
      who: "organize",
      answers: { 200: json(EVENT_FILE) },
      handle: readEventFile(site),
    }),
  ];
}
