import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { speaker } from "../say.ts";
import { saveCredentials } from "../server-client.ts";
import { logout } from "./logout.ts";

let folder = "";
let before: string | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-config-"));
  before = process.env["XDG_CONFIG_HOME"];
  process.env["XDG_CONFIG_HOME"] = folder;
});
afterEach(() => {
  if (before === undefined) Reflect.deleteProperty(process.env, "XDG_CONFIG_HOME");
  else process.env["XDG_CONFIG_HOME"] = before;
  rmSync(folder, { recursive: true, force: true });
});

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
    expect(existsSync(join(folder, "vigie", "credentials.json"))).toBe(false);
    await expect(logout("en", speaker("en"))).rejects.toThrow(/not signed in/);
    server.close();
  });

  it("says so where the server did not hear of it", async () => {
    saveCredentials({ url: "http://127.0.0.1:9", token: "one" });
    expect(await logout("fr", speaker("fr"))).toMatch(/oublié ici/);
    expect(existsSync(join(folder, "vigie", "credentials.json"))).toBe(false);
  });
});
