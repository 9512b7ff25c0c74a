/** Every address that there is. */
import { Type } from "@sinclair/typebox";
import type { Feeds } from "../api/feed.ts";
import type { Site } from "../page.ts";
import { showApi } from "../pages/api-description.ts";
import { apiRoutes } from "./api-routes.ts";
import { openApi } from "./openapi.ts";
import { organizeApiRoutes } from "./organize-api-routes.ts";
import { organizeRoutes } from "./organize-routes.ts";
import { pageRoutes } from "./page-routes.ts";
import { plainRoutes } from "./plain-routes.ts";
import { json, PAGE, type Route } from "./route.ts";
import { teamApiRoutes, teamPageRoutes } from "./team-routes.ts";

/** The table of a site; what describes it is made from it, and stands in it. */
export function routeTable(site: Site, feeds: Feeds, headers: Readonly<Record<string, string>>): readonly Route[] {
  const description: Route = {
    method: "get",
    path: "/api/v1/openapi.json",
    summary: { en: "This description, for programs", fr: "Cette description, pour les programmes" },
    who: "everybody",
    answers: { 200: json(Type.Object({ openapi: Type.String() })) },
    handle: (_request, response) => response.json(document),
  };
  const page: Route = {
    method: "get",
    path: "/:lang/api",
    summary: { en: "This description, for people", fr: "Cette description, pour les personnes" },
    who: "everybody",
    answers: PAGE,
    handle: (request, response) => showApi(site, table)(request, response),
  };
  const table = [
    ...plainRoutes(site, headers),
    ...apiRoutes(site, feeds, headers),
    ...teamApiRoutes(site),
    ...organizeApiRoutes(site),
    description,
    page,
    ...pageRoutes(site, headers),
    ...teamPageRoutes(site),
    ...organizeRoutes(site),
  ];
  const document = openApi(table);
  return table;
}
