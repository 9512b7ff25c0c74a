/**
 * Every address × everybody who may ask × what is their own and what is another's. What is expected comes from the table's
 * `who` and `object` by the rules that stand here a second time, and not from the code that decides.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SignedReceipt } from "@vigie/spec";
import type { Route, Who } from "../src/routes/route.ts";
import { FakeStore } from "./fake-store.ts";
import { CHALLENGE, EXHIBIT, HIDDEN_SCORE, OTHER, OWN, SUBMISSIONS } from "./fixture-event.ts";
import { startSite, type TestSite } from "./site.ts";

const ASKERS = ["nobody", "OWN-CODE", "OTHER-CODE", "MENTOR-CODE", "ORGANIZER-CODE"] as const;
type Asker = (typeof ASKERS)[number];

const TEAMS: readonly Asker[] = ["OWN-CODE", "OTHER-CODE"];
const HOSTS: readonly Asker[] = ["MENTOR-CODE", "ORGANIZER-CODE"];
const CODED: readonly Asker[] = [...TEAMS, ...HOSTS];
/** The rules, a second time. */
const MAY: Readonly<Record<Who, readonly Asker[]>> = {
  everybody: ASKERS,
  "signed-in": CODED,
  "own-runs": TEAMS,
  submit: TEAMS,
  "all-teams": HOSTS,
  rejudge: ["ORGANIZER-CODE"],
  exhibits: CODED,
  organize: ["ORGANIZER-CODE"],
};

/** What stands for a name in an address: something of the team OWN-CODE's, where it is a team's. */
const NAMES: Readonly<Record<string, string>> = {
  lang: "fr",
  id: CHALLENGE.id,
  split: "public",
  subject: String(EXHIBIT.subject),
  file: "none.css",
  team: OWN.id,
  act: "hold",
  name: "results.csv",
  announcement: "a1",
};

/** Where a route names what is not there, or nothing is to be had, of whoever is let in. */
const OTHERWISE: Readonly<Record<string, number>> = {
  "get /assets/:file": 404,
  "get /kit.zip": 404,
  "post /api/v1/sessions": 415,
  "post /:lang/sign-in": 400,
  "post /api/v1/challenges/:id/submissions": 415,
  "post /:lang/runs": 415,
  "post /api/v1/challenges/:id/revisions": 415,
  "post /api/v1/challenges/:id/choice": 415,
  "post /api/v1/me/name": 415,
  "post /:lang/runs/choice": 400,
  "post /:lang/runs/name": 400,
  "post /api/v1/event/dry-run": 415,
  "get /api/v1/event/dry-run": 404,
  "get /:lang/set-up": 303,
  "post /:lang/set-up": 415,
  "post /:lang/organize/teams": 415,
  ...Object.fromEntries(
    [
      ...[
        "timeline",
        "teams/:team",
        "codes",
        "checklist",
        "acts/:act",
        "queue",
        "submissions/:id",
        "announcements",
        "words",
        "dry-run",
      ],
    ].map((page) => [`post /:lang/organize/${page}`, 400]),
  ),
  ...Object.fromEntries(
    ["setup", "event/acts", "event/checklist", "teams", "teams/codes", "announcements", "challenges/:id/rerun", "backup"].map(
      (address) => [`post /api/v1/${address}`, 415],
    ),
  ),
  "patch /api/v1/event": 415,
  "patch /api/v1/teams/:team": 415,
  "get /api/v1/overall": 404,
  "get /:lang/overall": 404,
};

const NAMED = { id: "x", version: "1.0.0" };
const RECEIPT: SignedReceipt = {
  receipt: {
    ...{ receipt: 2, event: "x", challenge: NAMED, dataset: NAMED, split: "public", kind: "ranking", world: "bank" },
    submission: { id: "s-own", digest: "a".repeat(64) },
    inputsDigest: "a".repeat(64),
    labelsCommitment: "a".repeat(64),
    generator: "x",
    judge: "x",
    runtimes: { sandbox: "x", node: "x", python: null, machine: "x" },
    limits: CHALLENGE.limits,
    verdict: "accepted",
    score: HIDDEN_SCORE,
  },
  publicKey: `${"A".repeat(43)}=`,
  signature: `${"A".repeat(86)}==`,
};

let site: TestSite;
const sessions = new Map<Asker, Record<string, string>>();
beforeAll(async () => {
  site = await startSite({}, new FakeStore());
  const own = SUBMISSIONS.filter(({ team }) => team.id === OWN.id);
  site.store.state.submissions = own.map((one) => {
    return one.id === "s-own" && one.public !== null ? { ...one, public: { ...one.public, receipt: RECEIPT } } : one;
  });
  await site.store.announce({ en: "Hello" }, "x");
  for (const asker of ASKERS)
    sessions.set(asker, asker === "nobody" ? {} : { authorization: `Bearer ${await site.token(asker)}` });
});
afterAll(() => site.close());

function nameOf({ method, path }: Pick<Route, "method" | "path">): string {
  return `${method} ${path}`;
}

async function rowKeyOf(): Promise<string> {
  const page = await (await site.ask(`/en/challenges/${CHALLENGE.id}/leaderboard`, { headers: sessions.get("OWN-CODE") })).text();
  return /leaderboard\/teams\/([^"]+)"/.exec(page)?.[1] ?? "";
}

async function addressOf(route: Route): Promise<string> {
  const names: Readonly<Record<string, string>> = {
    ...NAMES,
    ...(route.path.includes("leaderboard/teams/:team") ? { team: await rowKeyOf() } : {}),
  };
  const id = route.path.includes("submissions/:id") ? "s-own" : CHALLENGE.id;
  return route.path.replace(/:(\w+)/g, (_all, name: string) => (name === "id" ? id : (names[name] ?? "x")));
}

function expected(route: Route, asker: Asker): number {
  if (!MAY[route.who].includes(asker)) return asker === "nobody" ? 401 : 403;
  if (route.object !== undefined && asker === "OTHER-CODE") return 404;
  return OTHERWISE[nameOf(route)] ?? Number(Object.keys(route.answers)[0]);
}

interface Layer {
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method?: string }[] };
}

describe("the walk through every address", () => {
  it("goes by everything that is mounted: an address outside of the table would be seen", () => {
    const stack = site.app.router.stack as unknown as readonly Layer[];
    const mounted = stack.flatMap(({ route }) =>
      route === undefined ? [] : route.stack.flatMap(({ method }) => (method === undefined ? [] : [`${method} ${route.path}`])),
    );
    expect(new Set(mounted)).toEqual(new Set(site.routes.map(nameOf)));
    const routers = stack.filter((layer) => layer.route === undefined && "handle" in layer && isRouter(layer.handle));
    expect(routers).toEqual([]);
  });

  it("has a case for each name in an address, and none for a route that is gone", () => {
    const names = site.routes.flatMap(({ path }) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name));
    expect(names.filter((name) => !(name in NAMES))).toEqual([]);
    const known = new Set(site.routes.map(nameOf));
    expect(Object.keys(OTHERWISE).filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(site.routes.map(nameOf)).size).toBe(site.routes.length);
  });

  it("asks who is there of every address that is not everybody's", () => {
    expect(site.routes.filter(({ first, who }) => first !== undefined && who !== "everybody")).toEqual([]);
  });

  it.each(ASKERS)("%s gets of each address what its rules say, of its own and of another's", async (asker) => {
    const wrong: string[] = [];
    for (const route of site.routes) {
      if (route.path.endsWith("sessions/current") || route.path.endsWith("sign-out")) continue;
      const abort = new AbortController();
      const answer = await site.ask(await addressOf(route), {
        method: route.method.toUpperCase(),
        headers: sessions.get(asker),
        signal: abort.signal,
      });
      abort.abort();
      if (answer.status !== expected(route, asker))
        wrong.push(`${nameOf(route)}: expected ${expected(route, asker)}, got ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it("ends a session for its bearer alone", async () => {
    expect((await site.ask("/api/v1/sessions/current", { method: "DELETE" })).status).toBe(401);
    for (const asker of CODED) {
      const headers = { authorization: `Bearer ${await site.token(asker)}` };
      expect((await site.ask("/api/v1/sessions/current", { method: "DELETE", headers })).status).toBe(204);
      expect((await site.ask("/fr/sign-out", { method: "POST", headers })).status).toBe(303);
    }
  });

  it("finds of what is another's the same as of what is not there", async () => {
    const headers = sessions.get("OTHER-CODE");
    const [foreign, none] = await Promise.all(
      ["s-own", "s-none"].map(async (id) => (await site.ask(`/api/v1/submissions/${id}`, { headers })).text()),
    );
    expect(foreign).toBe(none);
    expect(OTHER.id).not.toBe(OWN.id);
  });
});

function isRouter(handle: unknown): boolean {
  return typeof handle === "function" && "stack" in handle;
}

describe("methods", () => {
  it("another one than an address has is 405, with those that it has; OPTIONS tells them", async () => {
    for (const path of new Set(site.routes.map((route) => route.path))) {
      const rows = site.routes.filter((route) => route.path === path);
      const allowed = rows.flatMap(({ method }) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]));
      const address = await addressOf(rows[0]);
      const answer = await site.ask(address, { method: "PUT" });
      expect([path, answer.status, answer.headers.get("allow")]).toEqual([path, 405, [...allowed, "OPTIONS"].join(", ")]);
      expect((await site.ask(address, { method: "OPTIONS" })).status).toBe(204);
    }
    expect((await site.ask("/xx/runs", { method: "PUT" })).status).toBe(404);
    expect((await site.ask("/nothing/here", { method: "PUT" })).status).toBe(404);
  });

  it("HEAD is answered as GET is, without a body, by feeds too", async () => {
    const path = `/api/v1/challenges/${CHALLENGE.id}/feed`;
    const answer = await site.ask(path, { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect((await site.ask("/healthz", { method: "HEAD" })).status).toBe(200);
    expect((await site.ask("/healthz", { method: "POST" })).status).toBe(405);
  });

  it("every answer has the headers that keep a page safe, wherever it fails", async () => {
    for (const path of [
      "/en",
      "/healthz",
      "/assets/none.css",
      "/en/challenges/%E0%A4%A/leaderboard",
      "/nothing/here",
      "/favicon.svg",
    ]) {
      const { headers } = await site.ask(path);
      expect([path, headers.get("x-content-type-options"), headers.has("content-security-policy")]).toEqual([
        path,
        "nosniff",
        true,
      ]);
    }
  });
});
