import { createServer, type Server } from "node:http";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { describe, expect, it } from "vitest";
import { ownConfig } from "../test/own-config.ts";
import { speaker } from "./say.ts";
import { ask, readCredentials, saveCredentials } from "./server-client.ts";

const say = speaker("en");
const Answer = Type.Object({ id: Type.String() });
const folder = ownConfig();

async function answering(status: number, body: string, test: (url: string) => Promise<void>): Promise<void> {
  const server: Server = createServer((_request, response) => response.writeHead(status).end(body));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  try {
    await test(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
  } finally {
    server.close();
  }
}

describe("the token of a session", () => {
  it("is kept for its owner's eyes alone, even over a file that was open to others", () => {
    saveCredentials({ url: "http://a", token: "one" });
    const file = join(folder(), "vigie", "credentials.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, "{}", { mode: 0o644 });
    saveCredentials({ url: "http://b", token: "two" });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readCredentials(say)).toEqual({ url: "http://b", token: "two" });
  });

  it("is asked for where there is none", () => {
    expect(() => readCredentials(say)).toThrow(/vigie login/);
  });
});

describe("the event's server, asked", () => {
  it("gives its answer", () =>
    answering(200, '{"id":"a"}', async (url) => {
      expect(await ask(url, "/x", {}, Answer, say)).toEqual({ id: "a" });
    }));

  it("is quoted where it refuses", () =>
    answering(429, '{"detail":"Wait ten minutes."}', async (url) => {
      await expect(ask(url, "/x", {}, Answer, say)).rejects.toThrow(/Wait ten minutes\./);
    }));

  it("is said to refuse a code, in words", () =>
    answering(401, "{}", async (url) => {
      await expect(ask(url, "/api/v1/sessions", {}, Answer, say)).rejects.toThrow(/does not know this code/);
    }));

  it("is reported by status where its refusal is no problem document", () =>
    answering(502, "<html>", async (url) => {
      await expect(ask(url, "/x", {}, Answer, say)).rejects.toThrow(/502/);
    }));

  it("is said to be out of reach where nothing listens", async () => {
    await expect(ask("http://127.0.0.1:9", "/x", {}, Answer, say)).rejects.toThrow(/does not answer/);
  });

  it("is not believed where its answer has another form", () =>
    answering(200, '{"id":1}', async (url) => {
      await expect(ask(url, "/x", {}, Answer, say)).rejects.toThrow(/id/);
    }));
});
