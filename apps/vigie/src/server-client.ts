/** The event's server as the command line talks to it. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Type, type Static, type TSchema } from "@sinclair/typebox";
import { inert } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { checked, isValid } from "@vigie/spec/node";
import { CommandFailure } from "./failure.ts";
import type { Came, Patience } from "./patience.ts";
import { credentialsFile } from "./places.ts";
import type { Say } from "./say.ts";

const Credentials = Type.Object({ url: Type.String(), token: Type.String() }, { additionalProperties: false });
export type Credentials = Static<typeof Credentials>;

const Problem = Type.Object({
  detail: Type.String(),
  code: Type.Optional(Type.String()),
  problems: Type.Optional(Type.Array(Type.Object({ where: Type.String(), expected: Type.String() }))),
});

/** What a refusal says; of a file, every fault by its JSON pointer. A stranger's text may not act on the terminal. */
function refusal({ detail, code, problems = [] }: Static<typeof Problem>): string {
  const faults = code === "faulty" ? problems : [];
  const lines = faults.map(({ where, expected }) => `${where.replace(/^body/, "")}: ${expected}`);
  return inert(lines.length === 0 ? detail : lines.join("\n"));
}

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

export function forgetCredentials(): void {
  rmSync(credentialsFile(), { force: true });
}

export function bearer({ token }: Credentials, language: Language): Record<string, string> {
  return { authorization: `Bearer ${token}`, "accept-language": language };
}

/** One request; null where no whole answer came, so that nobody knows whether it was carried out. */
export async function request(url: string, path: string, init: RequestInit): Promise<Came | null> {
  try {
    const response = await fetch(new URL(path, url), init);
    const text = await response.text();
    const told = Number(response.headers.get("retry-after") ?? NaN);
    return { status: response.status, retryAfterSeconds: Number.isFinite(told) ? told : null, body: parsed(text) };
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An answer narrowed to its schema. @throws CommandFailure with the server's own sentence. */
export function settled<S extends TSchema>(came: Came | null, url: string, path: string, answer: S, say: Say): Static<S> {
  if (came === null) throw new CommandFailure(say("server.unreachable", { url }));
  const { status, body } = came;
  if (status >= 200 && status < 300) return checked(answer, body, `${url}${path}`);
  if (status === 401 && path.endsWith("sessions")) throw new CommandFailure(say("login.refused", { url }));
  throw new CommandFailure(say("server.refused", { detail: isValid(Problem, body) ? refusal(body) : `${status}` }));
}

/**
 * The server's answer, narrowed to its schema. With patience, what may be asked twice is asked again of a server that is full
 * or silent. @throws CommandFailure with the server's own sentence.
 */
export async function ask<S extends TSchema>(
  url: string,
  path: string,
  init: RequestInit,
  answer: S,
  say: Say,
  patience?: Patience,
): Promise<Static<S>> {
  for (;;) {
    const came = await request(url, path, init);
    if (patience === undefined || !(await patience.waits(came))) return settled(came, url, path, answer, say);
  }
}
