/** The table's API as OpenAPI 3.1: nothing in it is written a second time. */
import { Problem } from "../api/schemas.ts";
import { say } from "../say.ts";
import type { Answer, Body, Route } from "./route.ts";

/** Rows that programs use. */
export function isOfApi({ path }: Route): boolean {
  return path.startsWith("/api/") || path === "/healthz";
}

export function namesIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
}

/** The keys of a query's schema, as they are told. */
export function keysOf({ query }: Route): readonly { readonly name: string; readonly schema: object; readonly about: string }[] {
  const properties = query?.properties ?? {};
  return Object.entries(properties).map(([name, schema]) => ({ name, schema, about: schema.description ?? "" }));
}

function parametersOf(route: Route): object[] {
  const inPath = namesIn(route.path).map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  return [...inPath, ...keysOf(route).map(({ name, schema }) => ({ name, in: "query", required: false, schema }))];
}

const ARCHIVE = {
  type: "object",
  required: ["archive"],
  properties: { archive: { type: "string", contentMediaType: "application/octet-stream" } },
};

function contentOf(body: Body): object {
  if (body.kind === "archive") return { "multipart/form-data": { schema: ARCHIVE } };
  if (body.kind === "upload") return { "multipart/form-data": { schema: body.schema } };
  if (body.kind === "json-or-csv") return { "application/json": { schema: body.schema }, "text/csv": {} };
  return { [body.kind === "json" ? "application/json" : "application/x-www-form-urlencoded"]: { schema: body.schema } };
}

function answerOf({ type, schema }: Answer): object {
  if (type === "none") return { description: "done" };
  return { description: "the answer", content: { [type]: schema === undefined ? {} : { schema } } };
}

function operationOf(route: Route): object {
  const answers = Object.entries(route.answers).map(([status, answer]) => [status, answerOf(answer)] as const);
  return {
    operationId: [route.method, ...route.path.replace("/api/v1", "").split(/\W+/)].filter((word) => word !== "").join("-"),
    summary: route.summary.en,
    description: say("en", `who.${route.who}`),
    parameters: parametersOf(route),
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: contentOf(route.body) } }),
    responses: { ...Object.fromEntries(answers), default: { $ref: "#/components/responses/Problem" } },
    security: route.who === "everybody" ? [] : [{ bearer: [] }, { cookie: [] }],
  };
}

/** The document, as plain JSON. */
export function openApi(routes: readonly Route[]): unknown {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes.filter(isOfApi)) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Vigie", version: "1.0.0", description: "Keys of a query that are not listed are let be." },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: { Problem },
      responses: {
        Problem: {
          description: "Why not (RFC 9457), in the language that was asked for",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "vigie" },
      },
    },
  };
}
