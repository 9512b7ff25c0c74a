/**
 * One row of the table of routes: everything that is known of an address before anybody asks for it.
 *
 * The table alone mounts addresses (`mount.ts`), describes them (`openapi.ts`, the page of the API) and says who is let in
 * (the walk in `test/walk.test.ts`), so that an address outside of it can neither exist nor be open by mistake.
 */
import type { TSchema } from "@sinclair/typebox";
import type { Request, RequestHandler, Response } from "express";
import type { BilingualText } from "@vigie/spec";
import { Refusal } from "../http/refusals.ts";
import type { Place } from "../visibility.ts";

/** Who is let in; `signed-in` is anybody with a code. */
export type Who = "everybody" | "signed-in" | Exclude<Place, "board">;

/** The schema of an object. */
export interface Shape extends TSchema {
  readonly properties: Readonly<Record<string, TSchema>>;
}

/**
 * What is sent: checked against its schema, or an archive, which its handler reads while it comes. `upload` is a form with one
 * small file, whose bytes stand under its field's name.
 */
type BodyOf<S> =
  | { readonly kind: "json" | "form" | "upload" | "json-or-csv"; readonly schema: S; readonly limit: string }
  | { readonly kind: "archive" };
export type Body = BodyOf<Shape>;

export interface Answer {
  readonly type: string;
  /** Of JSON alone. */
  readonly schema?: TSchema;
}

/** What a handler is given of a request, as the schemas have it. */
export interface Asked<Query, Sent> {
  readonly query: Query;
  readonly body: Sent;
}

export interface Route {
  readonly method: "get" | "post" | "delete" | "patch" | "put";
  readonly path: string;
  readonly summary: BilingualText;
  readonly who: Who;
  /**
   * What the address names that belongs to a team: to others than that team, mentors and organizers it does not exist.
   * `exhibit`: to a team whose mistakes do not name it.
   */
  readonly object?: "submission" | "exhibit";
  readonly query?: Shape;
  readonly body?: Body;
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Answers before anybody looks up who is asking; it sets all headers itself, or calls `next`. */
  readonly first?: RequestHandler;
  /** A method, so that a handler may know the types of what it is asked: the schemas beside it see to them. */
  handle(request: Request, response: Response, asked: Asked<unknown, unknown>): unknown;
}

/** A row whose handler knows the types of its query and its body. */
export function row<Query = undefined, Sent = undefined>(
  typed: Omit<Route, "handle" | "query" | "body"> & {
    readonly query?: Shape & { readonly static: Query };
    readonly body?: BodyOf<Shape & { readonly static: Sent }>;
    readonly handle: (request: Request, response: Response, asked: Asked<Query, Sent>) => unknown;
  },
): Route {
  return typed;
}

export const json = (schema: TSchema): Answer => ({ type: "application/json", schema });

/** What a page answers. */
export const PAGE: Route["answers"] = { 200: { type: "text/html" } };

/** What goes out before anybody looks up who is asking, to everybody alike: it costs the database nothing. */
export function early(first: RequestHandler): Pick<Route, "first" | "handle"> {
  const handle = (): never => {
    throw new Refusal("not-found");
  };
  return { first, handle };
}

/** The same for a handler that does not set the headers of every answer itself. */
export function earlyWith(
  headers: Readonly<Record<string, string>>,
  handle: (request: Request, response: Response) => unknown,
): Pick<Route, "first" | "handle"> {
  return early(async (request, response) => {
    response.set(headers);
    await handle(request, response);
  });
}
