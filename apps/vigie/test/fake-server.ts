/** A server that gives prepared answers and remembers what was asked. */
import { createServer } from "node:http";
import { once } from "node:events";
import { saveCredentials } from "../src/server-client.ts";

export interface Heard {
  readonly asked: string;
  readonly type: string | undefined;
  readonly body: string;
}

/**
 * Answers by method and path (`"POST /api/v1/setup"`) while `work` runs, signed in there. A number is a status without a body;
 * what is not prepared is 404.
 */
export async function withServer(
  answers: Readonly<Record<string, unknown>>,
  work: (heard: readonly Heard[], url: string) => Promise<void>,
): Promise<void> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const asked = `${request.method} ${request.url}`;
      heard.push({ asked, type: request.headers["content-type"], body: Buffer.concat(chunks).toString("utf8") });
      const answer = answers[asked] ?? 404;
      const refused = typeof answer === "object" && answer !== null && "status" in answer ? Number(answer.status) : 200;
      response
        .writeHead(typeof answer === "number" ? answer : refused)
        .end(typeof answer === "number" ? "" : JSON.stringify(answer));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  saveCredentials({ url, token: "one" });
  try {
    await work(heard, url);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
