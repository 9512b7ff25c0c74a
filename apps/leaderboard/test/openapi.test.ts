import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isOfApi } from "../src/routes/openapi.ts";
import { CHALLENGE } from "./fixture-event.ts";
import { startSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe("openapi.json", () => {
  it("is valid OpenAPI 3.1 and has every row of the table's API", async () => {
    const document = (await (await site.ask("/api/v1/openapi.json")).json()) as { paths: Record<string, object> };
    const validator = new Validator();
    const result = await validator.validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect([result.valid, validator.version]).toEqual([true, "3.1"]);
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const rows = site.routes.filter(isOfApi).map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    expect(new Set(told)).toEqual(new Set(rows));
  });

  it.each(["en", "fr"])("has a page in %s, which the challenge's page links to", async (lang) => {
    const page = await (await site.ask(`/${lang}/api`)).text();
    for (const { method, path } of site.routes.filter(isOfApi)) expect(page).toContain(`${method.toUpperCase()} ${path}`);
    expect(await (await site.ask(`/${lang}/challenges/${CHALLENGE.id}`)).text()).toContain(`href="/${lang}/api"`);
  });
});

describe("a query that is not as its schema says", () => {
  it("is refused with where, what was expected and what came, in the visitor's language", async () => {
    const authorization = `Bearer ${await site.token("OWN-CODE")}`;
    const ask = async (query: string, language: string): Promise<Response> =>
      site.ask(`/api/v1/me/submissions${query}`, { headers: { authorization, "accept-language": language } });
    const answer = await ask("?before=first", "en");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      detail: 'query/before: expected a value of the type integer; found "first".',
      problems: [{ where: "query/before", expected: "a value of the type integer", found: '"first"' }],
    });
    expect(await (await ask("?most=1000", "fr")).json()).toMatchObject({
      problems: [{ where: "query/most", expected: expect.stringContaining("au plus"), found: "1000" }],
    });
    expect((await ask("?unknown=1&most=2", "en")).status).toBe(200);
  });
});
