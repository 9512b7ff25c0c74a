/** Puts the table of routes on an app: who is let in, what was sent, then the handler. Another method is answered 405. */
import type { Express, Request, RequestHandler, Response } from "express";
import { admitted } from "../http/admission.ts";
import { checkedInput } from "../http/input.ts";
import { readBody } from "../http/read-body.ts";
import { readUpload } from "../http/read-upload.ts";
import { Refusal } from "../http/refusals.ts";
import { viewerOf } from "../http/visitor.ts";
import { languageOf } from "../page.ts";
import type { Route, Who } from "./route.ts";

/** @throws Refusal `sign-in` or `forbidden`. */
function letIn(request: Request, who: Who): void {
  if (who === "everybody") return;
  if (who !== "signed-in") admitted(request, who);
  else if (viewerOf(request) === null) throw new Refusal("sign-in");
}

async function sent(request: Request, response: Response, { body }: Route): Promise<unknown> {
  if (body === undefined || body.kind === "archive") return undefined;
  const read = body.kind === "upload" ? readUpload(request, response) : readBody(request, response, body.kind, body.limit);
  return checkedInput(body.schema, await read, "body");
}

function served(route: Route): RequestHandler {
  return async (request, response) => {
    letIn(request, route.who);
    const query = route.query === undefined ? undefined : checkedInput(route.query, request.query, "query");
    await route.handle(request, response, { query, body: await sent(request, response, route) });
  };
}

function refuseOthers(routes: readonly Route[]): RequestHandler {
  const methods = routes.flatMap(({ method }) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]));
  return (request, response) => {
    response.set("allow", [...methods, "OPTIONS"].join(", "));
    if (request.method !== "OPTIONS") throw new Refusal("wrong-method");
    response.status(204).end();
  };
}

/** What answers before anybody looks up who is asking. */
export function mountFirst(app: Express, routes: readonly Route[]): void {
  for (const { path, first } of routes) if (first !== undefined) app.get(path, first);
}

/** Every address of the table, in its order. */
export function mount(app: Express, routes: readonly Route[]): void {
  for (const path of new Set(routes.map((each) => each.path))) {
    const rows = routes.filter((each) => each.path === path);
    const at = app.route(path);
    if (path.startsWith("/:lang"))
      at.all((request, _response, next) => {
        languageOf(request);
        next();
      });
    for (const route of rows) at[route.method](served(route));
    at.all(refuseOthers(rows));
  }
}
