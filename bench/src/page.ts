/**
 * The board with 200 teams: requests per second of the kept page against a bare Express route that sends the same bytes,
 * over keep-alive connections. Each server is a process of its own, and both take turns.
 */
import { fork, type ChildProcess } from "node:child_process";
import { Agent, get } from "node:http";
import { interleaved, type Result } from "./measure.ts";

const TEAMS = 200;
const REQUESTS = 2000;
const CONNECTIONS = 8;

interface Served {
  readonly url: string;
  readonly bytes: number;
}

function isServed(message: unknown): message is Served {
  return typeof message === "object" && message !== null && "url" in message && "bytes" in message;
}

/** Starts `page-server.ts` as the app or as the bare route, and waits for its address. */
function start(kind: "app" | "bare"): Promise<{ readonly child: ChildProcess; readonly served: Served }> {
  const child = fork(new URL("./page-server.ts", import.meta.url), [kind, String(TEAMS)], { execArgv: ["--import", "tsx"] });
  return new Promise((resolve, reject) => {
    child.once("message", (message) => {
      if (isServed(message)) resolve({ child, served: message });
      else reject(new Error(`the ${kind} server said something else than its address`));
    });
    child.once("exit", (code) => reject(new Error(`the ${kind} server ended with ${code ?? "a signal"}`)));
  });
}

/** One request; @returns the status and the size of the body. */
function fetchOnce(url: string, agent: Agent, headers: Readonly<Record<string, string>>): Promise<readonly [number, number]> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("end", () => resolve([response.statusCode ?? 0, bytes]));
      response.on("error", reject);
    }).on("error", reject);
  });
}

async function load(
  url: string,
  agent: Agent,
  status: number,
  bytes: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  let left = REQUESTS;
  const work = async (): Promise<void> => {
    while (left-- > 0) {
      const [came, size] = await fetchOnce(url, agent, headers);
      if (came !== status || size !== bytes)
        throw new Error(`${url} answered ${came} with ${size} bytes; expected ${status} with ${bytes}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
}

async function etagOf(url: string): Promise<string> {
  return (await fetch(url, { headers: { "accept-encoding": "identity" } })).headers.get("etag") ?? "";
}

export async function bench(): Promise<Result> {
  const [app, bare] = await Promise.all([start("app"), start("bare")]);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    const { bytes } = app.served;
    if (bare.served.bytes !== bytes) throw new Error(`the bare route sends ${bare.served.bytes} bytes, the app ${bytes}`);
    const asked = { "if-none-match": await etagOf(app.served.url) };
    const timings = await interleaved([
      { name: "bare Express", run: () => load(bare.served.url, agent, 200, bytes) },
      { name: "kept page", run: () => load(app.served.url, agent, 200, bytes) },
      { name: "kept page, 304", run: () => load(app.served.url, agent, 304, 0, asked) },
    ]);
    const perSecond = (name: string) => ({ ...timings.millionsPerSecond(name, REQUESTS * 1e6, null), unit: "req/s" });
    // Requests per second against requests per second is the inverse of the times' ratio: at least 0.9 is at most 1.11.
    const { value, spread, what } = timings.ratio("bare Express", "kept page", null);
    const ratio = {
      what: `requests per second, kept page / bare Express (time: ${what})`,
      value,
      unit: "×",
      spread,
      aim: "≥ 0.9",
      met: value >= 0.9,
    };
    return {
      name: "page",
      about: `the board of ${TEAMS} teams (${Math.round(bytes / 1024)} KiB) on ${CONNECTIONS} connections`,
      figures: [ratio, perSecond("kept page"), perSecond("bare Express"), perSecond("kept page, 304")],
    };
  } finally {
    agent.destroy();
    app.child.kill();
    bare.child.kill();
  }
}
