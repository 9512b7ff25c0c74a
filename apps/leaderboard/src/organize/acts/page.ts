/** One act before it is done: its effect in figures, how it is undone, and the button that does it. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { admitted } from "../../http/admission.ts";
import { Refusal } from "../../http/refusals.ts";
import { stateOf } from "../../clock.ts";
import { eventOf, languageOf, type Site } from "../../page.ts";
import type { Asked } from "../../routes/route.ts";
import { say } from "../../say.ts";
import { Field } from "../fields.ts";
import { sendOrganized } from "../send.ts";
import { whereItCan } from "../where-it-can.ts";
import { profileOf } from "../teams/team-page.ts";
import { actsNow, deedOf, effectOf, isActKind, MINUTES, undoOf, type ActKind, type Extension, type Situation } from "./deeds.ts";

export const ActQuery = Type.Object({ team: Field, minutes: Field });
export const ActForm = Type.Object({ team: Field, minutes: Field, seen: Field });
export type ActForm = Static<typeof ActForm>;

export async function situationOf(site: Pick<Site, "store">): Promise<Situation> {
  const [event, queue] = await Promise.all([eventOf({ store: site.store }), site.store.queueState()]);
  const now = site.store.clock.now();
  return { event, now, state: stateOf(event, now), queue };
}

function kindOf(request: Request): ActKind {
  const kind = request.params["act"];
  if (!isActKind(kind)) throw new Refusal("not-found");
  return kind;
}

async function extensionOf(site: Site, { team, minutes }: Pick<ActForm, "team" | "minutes">): Promise<Extension> {
  const wished = MINUTES.find((one) => String(one) === minutes) ?? 30;
  if (team === undefined || team === "") return { team: null, minutes: wished };
  const { id, name } = await profileOf(site, team);
  return { team: { id, name }, minutes: wished };
}

export function showAct(site: Site) {
  return async (request: Request, response: Response, { query }: Asked<Static<typeof ActQuery>, unknown>): Promise<void> => {
    admitted(request, "organize");
    const kind = kindOf(request);
    const lang = languageOf(request);
    const [situation, extension] = [await situationOf(site), await extensionOf(site, query)];
    const teams = kind === "extend" ? await site.store.teamProfiles() : [];
    const title = say(lang, `act.${kind}`);
    await sendOrganized(site, request, response, {
      template: "act",
      title,
      here: "console",
      below: "console",
      view: {
        kind,
        heading: title,
        possible: actsNow(situation).includes(kind),
        effect: effectOf(lang, situation, kind, extension),
        undo: undoOf(lang, kind),
        stern: kind === "lock",
        button: say(lang, `act.${kind}`),
        seen: situation.event.acts.length,
        extends:
          kind !== "extend"
            ? null
            : {
                teams: teams
                  .filter(({ erased }) => !erased)
                  .toSorted((a, b) => a.name.localeCompare(b.name, lang))
                  .map(({ id, name }) => ({ id, name, chosen: id === extension.team?.id })),
                minutes: MINUTES.map((value) => ({
                  value,
                  text: say(lang, "act.minutes", { count: value }),
                  chosen: value === extension.minutes,
                })),
              },
        team: extension.team?.id ?? "",
        minutes: extension.minutes,
      },
    });
  };
}

export function submitAct(site: Site) {
  return async (request: Request, response: Response, { body: form }: Asked<unknown, ActForm>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const kind = kindOf(request);
    const [situation, extension] = [await situationOf(site), await extensionOf(site, form)];
    // Pressed twice, or two organizers at once: the second one looks first at what has changed.
    if (Number(form.seen) !== situation.event.acts.length || !actsNow(situation).includes(kind)) throw new Refusal("meanwhile");
    await whereItCan(site.store.act(deedOf(situation, kind, extension), actor));
    response.redirect(303, `/${languageOf(request)}/organize`);
  };
}
