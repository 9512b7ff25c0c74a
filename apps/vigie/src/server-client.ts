/** The event's server as the command line talks to it. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Type, type Static, type TSchema } from "@sinclair/typebox";
import { checked, isValid } from "@vigie/spec/node";
import { CommandFailure } from "./failure.ts";
import { credentialsFile } from "./places.ts";
import type { Say } from "./say.ts";

const Credentials = Type.Object({ url: Type.String(), token: Type.String() }, { additionalProperties: false });
export type Credentials = Static<typeof Credentials>;

const Problem = Type.Object({ detail: Type.String() });

export function saveCredentials(credentials: Credentials): void {
  const file = credentialsFile();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
  chmodSync(file, 0o600);
}

export function readCredentials(say: Say): Credentials {
  const file = credentialsFile();
  if (!existsSync(file)) throw new CommandFailure(say("login.needed"), 2);
  const value: unknown = JSON.parse(readFileSync(file, "utf8"));
  return checked(Credentials, value, file);
}

/** The server's answer, narrowed to its schema. @throws CommandFailure with the server's own sentence. */
export async function ask<S extends TSchema>(
  url: string,
  path: string,
  init: RequestInit,
  answer: S,
  say: Say,
): Promise<Static<S>> {
  let response: Response;
  try {
    response = await fetch(new URL(path, url), init);
  } catch {
    throw new CommandFailure(say("server.unreachable", { url }));
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    if (response.status === 401 && path.endsWith("sessions")) throw new CommandFailure(say("login.refused", { url }));
    throw new CommandFailure(say("server.refused", { detail: isValid(Problem, body) ? body.detail : `${response.status}` }));
  }
  return checked(answer, body, `${url}${path}`);
}
