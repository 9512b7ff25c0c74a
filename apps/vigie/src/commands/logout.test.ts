import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownConfig } from "../../test/own-config.ts";
import { speaker } from "../say.ts";
import { saveCredentials } from "../server-client.ts";
import { logout } from "./logout.ts";

const folder = ownConfig();

describe("vigie logout", () => {
  it("ends the token at the server, and keeps none here", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      response.writeHead(204).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    saveCredentials({ url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`, token: "one" });
    expect(await logout("en", speaker("en"))).toMatch(/Signed out/);
    expect(asked).toEqual(["DELETE /api/v1/sessions/current Bearer one"]);
    expect(existsSync(join(folder(), "vigie", "credentials.json"))).toBe(false);
    await expect(logout("en", speaker("en"))).rejects.toThrow(/not signed in/);
    server.close();
  });

  it("says so where the server did not hear of it", async () => {
    saveCredentials({ url: "http://127.0.0.1:9", token: "one" });
    expect(await logout("fr", speaker("fr"))).toMatch(/oublié ici/);
    expect(existsSync(join(folder(), "vigie", "credentials.json"))).toBe(false);
  });
});
