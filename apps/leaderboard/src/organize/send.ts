/** Pages of organizers, below the console or below the teams; one that is shown again says so in its title. */
import type { Request, Response } from "express";
import { languageOf, sendPage, type Site } from "../page.ts";
import type { PageContent } from "../page-content.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";

export interface OrganizersPage {
  readonly template: string;
  readonly title: string;
  readonly here: PageContent["here"];
  /** What it lies below; null of a page with an entry of its own. */
  readonly below: "console" | "organize-teams" | null;
  /** True where it holds codes. */
  readonly secret?: boolean;
  readonly view: View;
}

const PATHS = { console: "", "organize-teams": "/teams" } as const;

export async function sendOrganized(
  site: Site,
  request: Request,
  response: Response,
  { below, title, ...page }: OrganizersPage,
  status = 200,
): Promise<void> {
  const lang = languageOf(request);
  const above = below === null ? [] : [{ text: say(lang, `nav.${below}`), href: `/${lang}/organize${PATHS[below]}` }];
  const shown = status === 422 ? say(lang, "form.errorTitle", { title }) : title;
  await sendPage(site, request, response, { ...page, title: shown, crumbs: [...above, { text: title }] }, status);
}
