import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const signIn = (code: string, headers: Record<string, string>): Promise<Response> =>
  site.ask("/en/sign-in", { method: "POST", headers, body: new URLSearchParams({ code }) });

describe("signing in", () => {
  it("sets a cookie that scripts and other sites do not get, and sends on", async () => {
    const answer = await signIn("OWN-CODE", { origin: site.base });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/en/runs"]);
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
  });

  it("behind TLS marks the cookie Secure", async () => {
    const own = await startSite({ secureCookies: true });
    const answer = await own.ask("/en/sign-in", {
      method: "POST",
      headers: { origin: own.base },
      body: new URLSearchParams({ code: "OWN-CODE" }),
    });
    expect(answer.headers.get("set-cookie")).toMatch(/Secure/);
    expect(answer.headers.get("strict-transport-security")).not.toBe(null);
    await own.close();
  });

  it("with a wrong code shows the problem above and at its field, and not the code", async () => {
    const answer = await signIn("<b>NOPE</b>", { origin: site.base });
    const page = await answer.text();
    expect(answer.status).toBe(401);
    expect(page).toContain('href="#code"');
    expect(page).toContain('aria-describedby="code-problem"');
    expect(page).toMatch(/<title>Error: /);
    expect(page).not.toContain("NOPE");
  });

  it("ends the session with signing out", async () => {
    const cookie = await site.cookie("OWN-CODE");
    expect((await site.ask("/en/runs", { headers: { cookie } })).status).toBe(200);
    const out = await site.ask("/en/sign-out", { method: "POST", headers: { cookie, origin: site.base } });
    expect(out.status).toBe(303);
    expect((await site.ask("/en/runs", { headers: { cookie } })).status).toBe(401);
  });
});

describe("forged requests", () => {
  it.each([
    ["another site, said by the browser", { "sec-fetch-site": "cross-site" }, 403],
    ["a neighbour of the same site", { "sec-fetch-site": "same-site" }, 403],
    ["another origin, on plain http", { origin: "http://evil.example" }, 403],
    ["an origin that is hidden", { origin: "null" }, 403],
    ["our own page", { "sec-fetch-site": "same-origin" }, 303],
    ["our own page on plain http", { origin: "OURS" }, 303],
  ])("from %s: %s answers %d", async (_name, given, status) => {
    const cookie = await site.cookie("OWN-CODE");
    const headers = Object.fromEntries(
      Object.entries({ cookie, ...given }).map(([name, value]) => [name, value === "OURS" ? site.base : value]),
    );
    expect((await site.ask("/en/sign-out", { method: "POST", headers })).status).toBe(status);
  });

  it("with a cookie and no word of where they come from are refused; a program without a cookie is let in", async () => {
    const cookie = await site.cookie("OWN-CODE");
    expect((await site.ask("/en/sign-out", { method: "POST", headers: { cookie } })).status).toBe(403);
    expect(await site.token("OWN-CODE")).not.toBe("");
  });

  it("the API is closed to another site's page as well", async () => {
    const cookie = await site.cookie("OWN-CODE");
    const body = new FormData();
    body.append("archive", new Blob(["x"]), "x.zip");
    const answer = await site.ask("/api/v1/challenges/follow-the-money/submissions", {
      method: "POST",
      headers: { cookie, origin: "http://evil.example" },
      body,
    });
    expect(answer.status).toBe(403);
  });
});

describe("the upload form", () => {
  const post = async (body: FormData): Promise<Response> =>
    site.ask("/fr/runs?challenge=follow-the-money", {
      method: "POST",
      headers: { cookie: await site.cookie("OWN-CODE"), origin: site.base },
      body,
    });

  it("without a script goes to the new submission's page", async () => {
    const body = new FormData();
    body.append("archive", new Blob(["x"]), "x.zip");
    const answer = await post(body);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/fr/submissions/s-new"]);
  });

  it("without a file, and with a refused one, says so above and at the field", async () => {
    const page = await (await post(new FormData())).text();
    expect(page).toContain('href="#archive"');
    expect(page).toContain("Choisissez d’abord une archive");
    site.store.state.answer = () => ({ kind: "refused", fault: { code: "doubled-name", entry: "<i>a.ts" } });
    const body = new FormData();
    body.append("archive", new Blob(["x"]), "x.zip");
    const refused = await post(body);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("&lt;i&gt;a.ts");
  });
});

it("a port that is taken is named, with what to do", async () => {
  const { createServer } = await import("node:http");
  const { listen, PortInUseError } = await import("../src/index.ts");
  const port = Number(new URL(site.base).port);
  const { default: express } = await import("express");
  const failure = await listen(express(), { host: "127.0.0.1", port }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PortInUseError);
  expect(String(failure)).toContain(`Port ${port}`);
  createServer().close();
});
