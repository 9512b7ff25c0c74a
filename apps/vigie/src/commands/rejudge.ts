/** `vigie judge rejudge`: has the event judge every submission anew, by the version of a challenge that lies here. */
import { Type, type Static } from "@sinclair/typebox";
import type { Language } from "@vigie/spec";
import { challengeNamed } from "../named-challenge.ts";
import type { Say } from "../say.ts";
import { ask, bearer, readCredentials } from "../server-client.ts";

export interface RejudgeOptions {
  /** Only says how far it is. */
  readonly status?: boolean;
}

const State = Type.Object({
  revision: Type.Integer(),
  version: Type.String(),
  coming: Type.Union([
    Type.Object({
      revision: Type.Integer(),
      version: Type.String(),
      submissions: Type.Integer(),
      judged: Type.Integer(),
      errors: Type.Integer(),
    }),
    Type.Null(),
  ]),
});

function told({ version, coming }: Static<typeof State>, challenge: string, say: Say): string[] {
  if (coming === null) return [say("rejudge.none", { challenge, version })];
  const { judged, submissions, errors } = coming;
  const lines = [say("rejudge.coming", { challenge, version: coming.version, old: version, judged, submissions })];
  return errors === 0 ? lines : [...lines, say("rejudge.held", { errors })];
}

/** Asks the server that `vigie login` named, with an organizer's code. @returns what to print. */
export async function rejudge(challenge: string, options: RejudgeOptions, language: Language, say: Say): Promise<string> {
  const { url, token } = readCredentials(say);
  const headers = bearer({ url, token }, language);
  const path = `/api/v1/challenges/${encodeURIComponent(challenge)}/revisions`;
  if (options.status === true) return told(await ask(url, path, { headers }, State, say), challenge, say).join("\n");
  const body = JSON.stringify(challengeNamed(challenge, say));
  const init = { method: "POST", headers: { ...headers, "content-type": "application/json" }, body };
  const state = await ask(url, path, init, State, say);
  return [...told(state, challenge, say), say("rejudge.begun")].join("\n");
}
