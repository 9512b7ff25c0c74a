/** Small bodies, read whole: JSON of programs and forms of pages. */
import { json, raw, urlencoded, type Request, type RequestHandler, type Response } from "express";
import { UPLOAD_LIMITS } from "../upload/limits.ts";
import { dropRest, watchPace } from "../upload/pace.ts";
import { beginBody } from "./begin-body.ts";
import { Refusal } from "./refusals.ts";

const parsers = new Map<string, RequestHandler>();
type Parsed = "json" | "form" | "csv";

function madeParser(kind: Parsed, limit: string): RequestHandler {
  if (kind === "csv") return raw({ type: () => true, limit });
  return kind === "json" ? json({ limit }) : urlencoded({ extended: false, limit });
}

function parserOf(kind: Parsed, limit: string): RequestHandler {
  const parser = parsers.get(`${kind} ${limit}`) ?? madeParser(kind, limit);
  parsers.set(`${kind} ${limit}`, parser);
  return parser;
}

function parsedAs(request: Request, kind: SmallBody): Parsed {
  if (kind === "json-or-csv" && request.is("text/csv") !== false) return "csv";
  if (kind !== "form" && request.is("application/json") === false) throw new Refusal("not-json");
  return kind === "form" ? "form" : "json";
}

/** How a small body is sent; of a file of teams the bytes stand under `csv`. */
export type SmallBody = "json" | "form" | "json-or-csv";

/** @throws Refusal `not-json`, `too-slow`, or what the parser says. */
export async function readBody(request: Request, response: Response, wanted: SmallBody, limit: string): Promise<unknown> {
  const kind = parsedAs(request, wanted);
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
  const body: unknown = request.body;
  return kind === "csv" ? { csv: body } : body;
}
