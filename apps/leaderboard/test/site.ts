/** The app over the fake store, on a port of its own; requests that carry a session, as a browser or a program would. */
import type { Server } from "node:http";
import { join } from "node:path";
import { createLeaderboard, listen, type LeaderboardOptions } from "../src/index.ts";
import { FakeStore } from "./fake-store.ts";

export interface TestSite {
  readonly store: FakeStore;
  readonly base: string;
  /** A request without following redirects. */
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

export async function startSite(options: Partial<LeaderboardOptions> = {}, store = new FakeStore()): Promise<TestSite> {
  const assetsDir = join(import.meta.dirname, "../assets");
  const plain = { store, datasetOf: () => null, uploads: { allowed: true }, secureCookies: false, assetsDir };
  const { app, close } = createLeaderboard({ ...plain, ...options });
  const server = await listen(app, { host: "127.0.0.1", port: 0 });
  const base = `http://127.0.0.1:${portOf(server)}`;
  const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(base + path, { redirect: "manual", ...init });
  return {
    store,
    base,
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
