/** The console for programs: the same facts, in the language that was asked for. */
import { Type } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { PHASES } from "@vigie/spec/event";
import { preferredLanguage } from "../../http/preferred-language.ts";
import type { Site } from "../../page.ts";
import { checklistOf } from "./checklist.ts";
import { factsOf } from "./facts.ts";
import { nextOf } from "./page.ts";
import { problemsOf } from "./problems.ts";

const CLOSED = { additionalProperties: false } as const;
const Count = Type.Integer({ minimum: 0 });

export const ConsoleTold = Type.Object(
  {
    phase: Type.Union(PHASES.map((phase) => Type.Literal(phase))),
    held: Type.Boolean(),
    judgingPaused: Type.Boolean(),
    next: Type.Union([Type.Object({ at: Type.String(), what: Type.String() }, CLOSED), Type.Null()]),
    problems: Type.Array(
      Type.Object({ id: Type.String(), tone: Type.String(), text: Type.String(), todo: Type.String() }, CLOSED),
    ),
    checklist: Type.Array(
      Type.Object({ id: Type.String(), text: Type.String(), fact: Type.String(), done: Type.Boolean() }, CLOSED),
    ),
    queue: Type.Object(
      { waiting: Count, working: Count, errors: Count, oldestQueuedAt: Type.Union([Type.String(), Type.Null()]) },
      CLOSED,
    ),
    lights: Type.Record(Type.String(), Count),
  },
  CLOSED,
);

export function readConsole(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = preferredLanguage(request);
    const facts = await factsOf(site, lang);
    const { phase, held, judgingPaused } = facts.state;
    const next = nextOf(facts);
    const { waiting, working, errors, oldestQueuedAt } = facts.queue;
    const lights: Record<string, number> = {};
    for (const { light } of facts.lights) lights[light] = (lights[light] ?? 0) + 1;
    response.set({ "cache-control": "no-store", "content-language": lang }).json({
      ...{ phase, held, judgingPaused },
      next: next === null ? null : { at: new Date(next.at).toISOString(), what: next.what },
      problems: problemsOf(facts).map(({ id, tone, title, fact, remedy: { text, command } }) => {
        return { id, tone, text: `${title}. ${fact}`, todo: command === undefined ? text : `${text} ${command}` };
      }),
      checklist: checklistOf(facts).map(({ id, text, fact, done }) => ({ id, text, fact, done })),
      queue: { waiting, working, errors, oldestQueuedAt },
      lights,
    });
  };
}
