/** What this event is, and the next step. */
import type { Request, Response } from "express";
import { formatDateTime } from "@vigie/report";
import { viewerOf } from "../http/visitor.ts";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import { say } from "../say.ts";

export function showHome(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const event = await eventOf(site);
    const origin = `${request.protocol}://${request.get("host") ?? "localhost"}`;
    await sendPage(site, request, response, {
      template: "home",
      title: say(lang, "nav.home"),
      here: "home",
      view: {
        name: event.name[lang],
        until: say(lang, "home.until", { at: formatDateTime(lang, event.closesAt, event.timeZone) }),
        commitment: event.secretCommitment,
        signedIn: viewerOf(request) !== null,
        kit: site.options.kit !== undefined,
        commands: [
          "npx --no-install vigie new ../my-team",
          "npx --no-install vigie try ../my-team",
          `npx --no-install vigie login ${origin} <code>`,
        ],
        challenges: (await site.store.challenges()).map((challenge) => ({
          id: challenge.id,
          title: challenge.title[lang],
          summary: challenge.summary[lang],
        })),
      },
    });
  };
}
