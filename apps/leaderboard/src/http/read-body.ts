/** Small bodies, read whole: JSON of programs and forms of pages. */
import { json, urlencoded, type Request, type RequestHandler, type Response } from "express";
import { UPLOAD_LIMITS } from "../upload/limits.ts";
import { dropRest, watchPace } from "../upload/pace.ts";
import { beginBody } from "./begin-body.ts";
import { Refusal } from "./refusals.ts";

const parsers = new Map<string, RequestHandler>();

function parserOf(kind: "json" | "form", limit: string): RequestHandler {
  const known = parsers.get(`${kind} ${limit}`);
  const parser = known ?? (kind === "json" ? json({ limit }) : urlencoded({ extended: false, limit }));
  parsers.set(`${kind} ${limit}`, parser);
  return parser;
}

/** @throws Refusal `not-json`, `too-slow`, or what the parser says. */
export async function readBody(request: Request, response: Response, kind: "json" | "form", limit: string): Promise<unknown> {
  if (kind === "json" && !request.is("application/json")) throw new Refusal("not-json");
  beginBody(request, response);
  await new Promise<void>((resolve, reject) => {
    const end = watchPace(request, 0, UPLOAD_LIMITS, () => {
      response.set("connection", "close");
      dropRest(request);
      reject(new Refusal("too-slow"));
    });
    parserOf(kind, limit)(request, response, (error: unknown) => {
      end();
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error("the body could not be read", { cause: error }));
    });
  });
  return request.body;
}
