/** `vigie login <url> <code>`: a code for a token, kept in the user's own folder. */
import { Type } from "@sinclair/typebox";
import { inert } from "@vigie/report";
import { CommandFailure } from "../failure.ts";
import type { Say } from "../say.ts";
import { ask, saveCredentials } from "../server-client.ts";

export async function login(url: string, code: string, say: Say): Promise<string> {
  // "localhost:3000" parses, too, as an address of the scheme "localhost".
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new CommandFailure(say("login.badUrl", { url: inert(url) }), 2);
  }
  const { token } = await ask(
    url,
    "/api/v1/sessions",
    { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ code }) },
    Type.Object({ token: Type.String() }),
    say,
  );
  saveCredentials({ url, token });
  return say("login.done", { url });
}
