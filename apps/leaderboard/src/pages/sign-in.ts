/** A code for a session. */
import type { Request, Response } from "express";
import type { Language } from "@vigie/spec";
import type { Viewer } from "@vigie/store";
import { senderOf } from "../http/address.ts";
import { noteDevice } from "../http/doors.ts";
import { goneWith } from "../http/gone-with.ts";
import { clearSession, setSession } from "../http/session-cookie.ts";
import { tokenOf, viewerOf } from "../http/visitor.ts";
import { languageOf, sendPage, type Site } from "../page.ts";
import { say } from "../say.ts";

const LONGEST_CODE = 100;

/** Where to go on: the way to the own row of a board, which sends strangers here. No other address is followed. */
function wayOn(to: unknown): string | null {
  return typeof to === "string" && /^\/(en|fr)\/challenges\/[\w-]{1,80}\/leaderboard\/mine$/.test(to) ? to : null;
}

export function showSignIn(site: Site, wrong = false) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const title = say(lang, "nav.signIn");
    const viewer = viewerOf(request);
    const content = {
      template: "sign-in",
      title: wrong ? say(lang, "form.errorTitle", { title }) : title,
      here: "signIn",
      crumbs: [{ text: title }],
      view: {
        wrong,
        to: wayOn(request.query["to"]) ?? wayOn(fieldOf(request, "to")),
        already:
          viewer === null ? null : say(lang, "signIn.already", { who: viewer.team?.name ?? say(lang, `role.${viewer.role}`) }),
      },
    } as const;
    await sendPage(site, request, response, content, wrong ? 401 : 200);
  };
}

function fieldOf(request: Request, name: string): string {
  const body: unknown = request.body;
  const fields: Readonly<Record<string, unknown>> = typeof body === "object" && body !== null ? { ...body } : {};
  const value = fields[name];
  return typeof value === "string" ? value : "";
}

/** Where somebody begins: organizers without an event begin one. */
async function homeOf({ store }: Site, { role }: Viewer, lang: Language): Promise<string> {
  if (role === "organizer") return (await store.event()) === null ? `/${lang}/set-up` : `/${lang}/organize`;
  return role === "participant" ? `/${lang}/runs` : `/${lang}/teams`;
}

export function submitSignIn(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const session = await site.store.signIn(fieldOf(request, "code").trim().slice(0, LONGEST_CODE), "cookie");
    if (session === null) {
      await site.doors.wrongCodes.answer(senderOf(request), goneWith(response));
      return showSignIn(site, true)(request, response);
    }
    noteDevice(site.doors, senderOf(request));
    const before = tokenOf(request);
    if (before !== null) await site.store.signOut(before);
    setSession(response, session.token, site.options.secureCookies);
    const home = await homeOf(site, session.viewer, lang);
    response.redirect(303, wayOn(fieldOf(request, "to")) ?? home);
  };
}

export function submitSignOut(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const token = tokenOf(request);
    if (token !== null) await site.store.signOut(token);
    clearSession(response, site.options.secureCookies);
    response.redirect(303, `/${lang}`);
  };
}
