/** The organizer's desk as the command line reaches it: over the same API as the pages, with the code that `vigie login` kept. */
import type { Static, TSchema } from "@sinclair/typebox";
import type { Voice } from "../say.ts";
import { ask, bearer, readCredentials } from "../server-client.ts";

/** Whoever types, and where what comes back is written. */
export interface Desk extends Voice {
  /** A line on standard output. */
  readonly print: (line: string) => void;
}

interface Asked {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/api/v1/`. */
  readonly path: string;
  readonly json?: unknown;
  /** A list of teams, byte by byte as the spreadsheet wrote it: the server knows how to read it. */
  readonly csv?: Uint8Array;
}

function bodyOf({ json, csv }: Asked): { readonly headers: Record<string, string>; readonly body?: BodyInit } {
  if (csv !== undefined) return { headers: { "content-type": "text/csv" }, body: new Uint8Array(csv) };
  if (json !== undefined) return { headers: { "content-type": "application/json" }, body: JSON.stringify(json) };
  return { headers: {} };
}

/** The answer to one request. @throws CommandFailure with the server's sentence, and every fault by its pointer. */
export function askDesk<S extends TSchema>({ language, say }: Desk, asked: Asked, answer: S): Promise<Static<S>> {
  const credentials = readCredentials(say);
  const { headers, body } = bodyOf(asked);
  const init = { method: asked.method, headers: { ...bearer(credentials, language), ...headers }, ...(body && { body }) };
  return ask(credentials.url, `/api/v1/${asked.path}`, init, answer, say);
}
