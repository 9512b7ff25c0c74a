/** The app over the fake store, on a port of its own; requests that carry a session, as a browser or a program would. */
import type { Server } from "node:http";
import { join } from "node:path";
import type { Express } from "express";
import { problemsOf } from "@vigie/spec/node";
import { createLeaderboard, listen, type LeaderboardOptions } from "../src/index.ts";
import { Problem } from "../src/api/schemas.ts";
import type { Route } from "../src/routes/route.ts";
import { FakeStore } from "./fake-store.ts";

export interface TestSite {
  readonly store: FakeStore;
  readonly base: string;
  readonly app: Express;
  readonly routes: readonly Route[];
  /** A request without following redirects; what a program is answered is held against its schema in the table of routes. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The cookie of a code. */
  cookie(code: string): Promise<string>;
  /** The bearer token of a code. */
  token(code: string): Promise<string>;
  close(): Promise<void>;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

/** @throws Error where an answer is not what the table says. */
async function hold(routes: readonly Route[], path: string, method: string, answer: Response): Promise<void> {
  const type = answer.headers.get("content-type")?.split(";")[0] ?? "none";
  if (!/[/+]json$/.test(type) || method === "head") return;
  const plain = path.split("?")[0];
  const route = routes.find((one) => one.method === method && new RegExp(`^${one.path.replace(/:\w+/g, "[^/]+")}$`).test(plain));
  const told = route?.answers[answer.status];
  const schema = type === "application/problem+json" ? Problem : told?.schema;
  if (schema === undefined) throw new Error(`${method} ${path}: the table has no ${answer.status} ${type}`);
  const faults = problemsOf(schema, await answer.clone().json(), `${method} ${path}`);
  if (faults.length > 0) throw new Error(`the table says otherwise: ${JSON.stringify(faults.slice(0, 5))}`);
}

export async function startSite(options: Partial<LeaderboardOptions> = {}, store = new FakeStore()): Promise<TestSite> {
  const assetsDir = join(import.meta.dirname, "../assets");
  const plain = { store, datasetOf: () => null, uploads: { allowed: true }, secureCookies: false, assetsDir };
  const { app, routes, close } = createLeaderboard({ ...plain, ...options });
  const server = await listen(app, { host: "127.0.0.1", port: 0 });
  const base = `http://127.0.0.1:${portOf(server)}`;
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(base + path, { redirect: "manual", ...init });
    await hold(routes, path, (init.method ?? "GET").toLowerCase(), answer);
    return answer;
  };
  return {
    store,
    base,
    app,
    routes,
    ask,
    async cookie(code) {
      const answer = await ask("/en/sign-in", { method: "POST", headers: { origin: base }, body: new URLSearchParams({ code }) });
      return (answer.headers.get("set-cookie") ?? "").split(";")[0];
    },
    async token(code) {
      const answer = await ask("/api/v1/sessions", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code }),
      });
      const body: unknown = await answer.json();
      if (typeof body !== "object" || body === null || !("token" in body) || typeof body.token !== "string")
        throw new Error("no token came");
      return body.token;
    },
    async close() {
      close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
