/** `vigie logout`: ends the session that `vigie login` began, here and at the server. */
import type { Language } from "@vigie/spec";
import type { Say } from "../say.ts";
import { bearer, forgetCredentials, readCredentials, request } from "../server-client.ts";

/** A server that does not answer keeps no token here: that it may still hold there is said. */
export async function logout(language: Language, say: Say): Promise<string> {
  const credentials = readCredentials(say);
  const { url } = credentials;
  const came = await request(url, "/api/v1/sessions/current", { method: "DELETE", headers: bearer(credentials, language) });
  forgetCredentials();
  const ended = came !== null && (came.status === 204 || came.status === 401);
  return say(ended ? "logout.done" : "logout.onlyHere", { url });
}
