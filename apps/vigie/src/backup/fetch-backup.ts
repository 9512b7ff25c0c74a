/** The backup of an event that runs, from its server: only the process that has an embedded database can read it. */
import { Type } from "@sinclair/typebox";
import type { Language } from "@vigie/spec";
import { isValid } from "@vigie/spec/node";
import { inert } from "@vigie/report";
import { CommandFailure } from "../failure.ts";
import type { Say } from "../say.ts";
import { bearer, readCredentials, type Credentials } from "../server-client.ts";

const Problem = Type.Object({ detail: Type.String() });

function organizer(say: Say): Credentials {
  try {
    return readCredentials(say);
  } catch {
    throw new CommandFailure(say("backup.running"), 2);
  }
}

/** @throws CommandFailure where nobody is signed in, or the server refuses. */
export async function* fetchBackup(passphrase: string, language: Language, say: Say): AsyncIterable<Uint8Array> {
  const credentials = organizer(say);
  const { url } = credentials;
  const headers = { ...bearer(credentials, language), "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify({ passphrase }) };
  const response = await fetch(new URL("/api/v1/backup", url), init).catch(() => {
    throw new CommandFailure(say("server.unreachable", { url }));
  });
  if (!response.ok || response.body === null) {
    const body: unknown = await response.json().catch(() => null);
    throw new CommandFailure(
      say("server.refused", { detail: isValid(Problem, body) ? inert(body.detail) : `${response.status}` }),
    );
  }
  yield* response.body;
}
