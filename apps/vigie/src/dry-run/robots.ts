/** The teams of a dry run: what they send goes over HTTP, as a team's own would. */
import { Type } from "@sinclair/typebox";
import type { Answer } from "@vigie/spec/event";
import { isValid } from "@vigie/spec/node";
import { speaker } from "../say.ts";
import { ask, bearer, request } from "../server-client.ts";

const say = speaker("en");
const Token = Type.Object({ token: Type.String() });
const Stored = Type.Object({ id: Type.String() });
const Refused = Type.Object({ code: Type.String() });

/** Whoever signed in to a copy. */
export class Visitor {
  readonly token: string;
  private constructor(token: string) {
    this.token = token;
  }

  static async signIn(url: string, code: string): Promise<Visitor> {
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ code }) };
    return new Visitor((await ask(url, "/api/v1/sessions", init, Token, say)).token);
  }

  get headers(): Record<string, string> {
    return bearer({ url: "", token: this.token }, "en");
  }

  post<S extends Parameters<typeof ask>[3]>(url: string, path: string, json: unknown, answer: S) {
    const headers = { ...this.headers, "content-type": "application/json" };
    return ask<S>(url, `/api/v1/${path}`, { method: "POST", headers, body: JSON.stringify(json) }, answer, say);
  }
}

export interface Outcome {
  readonly answer: Answer;
  /** Of what was taken. */
  readonly submission: string | null;
  /** As the server called it. */
  readonly told: string;
}

/** "closed" is said before the opening and after the lock. */
function answerOf(code: string, isEarly: boolean): Answer {
  if (code === "quota") return "quota";
  if (code !== "closed") return "other";
  return isEarly ? "not-open" : "locked";
}

/** Sends an archive, once. @param isEarly whether it is before the opening. */
export async function sendAs(
  robot: Visitor,
  where: { readonly url: string; readonly challenge: string; readonly isEarly: boolean },
  archive: Uint8Array,
): Promise<Outcome> {
  const { url, challenge, isEarly } = where;
  const body = new FormData();
  body.append("archive", new Blob([new Uint8Array(archive)]), "detector.zip");
  const path = `/api/v1/challenges/${encodeURIComponent(challenge)}/submissions`;
  const came = await request(url, path, { method: "POST", headers: robot.headers, body });
  if (came !== null && isValid(Stored, came.body)) return { answer: "taken", submission: came.body.id, told: "taken" };
  const told = came !== null && isValid(Refused, came.body) ? came.body.code : `status ${came?.status ?? "none"}`;
  return { answer: answerOf(told, isEarly), submission: null, told };
}
