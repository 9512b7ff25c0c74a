/** What a team agrees to before its first submission, read at the terminal; on the web a page says the same. */
import { Type } from "@sinclair/typebox";
import type { Language } from "@vigie/spec";
import { isValid } from "@vigie/spec/node";
import { isYes, type Question } from "./event/question.ts";
import { CommandFailure } from "./failure.ts";
import type { Came } from "./patience.ts";
import type { Say } from "./say.ts";
import { bearer, request, settled, type Credentials } from "./server-client.ts";

const Refused = Type.Object({ code: Type.Literal("consent") });

export function asksConsent(came: Came | null): boolean {
  return came?.status === 403 && isValid(Refused, came.body);
}

interface Asking {
  readonly credentials: Credentials;
  readonly language: Language;
  /** Said with `--yes`, after it was read elsewhere. */
  readonly yes: boolean;
  readonly question: Question;
  readonly print: (line: string) => void;
}

/** Asks, and tells the server. @throws CommandFailure where nobody agrees; then nothing was sent. */
export async function consent({ credentials, language, yes, question, print }: Asking, say: Say): Promise<void> {
  const page = new URL(`/${language}/kept`, credentials.url).href;
  print(say("consent.what", { page }));
  if (!yes && !isYes(await question(say("consent.ask")))) throw new CommandFailure(say("consent.needed"), 2);
  const path = "/api/v1/me/consent";
  const came = await request(credentials.url, path, { method: "POST", headers: bearer(credentials, language) });
  settled(came, credentials.url, path, Type.Unknown(), say);
}
