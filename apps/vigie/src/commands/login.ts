/** `vigie login <url> <code>`: a code for a token, kept in the user's own folder. */
import { Type } from "@sinclair/typebox";
import { CommandFailure } from "../failure.ts";
import type { Say } from "../say.ts";
import { ask, saveCredentials } from "../server-client.ts";

export async function login(url: string, code: string, say: Say): Promise<string> {
  if (!URL.canParse(url)) throw new CommandFailure(say("server.unreachable", { url }), 2);
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
