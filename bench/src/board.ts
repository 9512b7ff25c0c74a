/**
 * The board of a thousand teams and twenty thousand submissions, over the embedded database: the processor time of the
 * server's process for a signed-in view, for three hundred viewers who follow one change, and for a mentor's Teams page;
 * and the kept page against a bare Express that sends the same bytes.
 */
import { fork, type ChildProcess } from "node:child_process";
import { Agent, get } from "node:http";
import { interleaved, median, spread, type Figure, type Result } from "./measure.ts";
import { withScratch } from "./scratch.ts";

const TEAMS = 1000;
const SUBMISSIONS = 20_000;
const VIEWERS = 300;
const VIEWS = 100;
const SAMPLES = 5;
const CONNECTIONS = 8;
const REQUESTS = 1000;
const ABOUT = "challenges/follow-the-money";
const BOARD = `/en/${ABOUT}/leaderboard`;

interface Served {
  readonly url: string;
  readonly cookies: readonly string[];
  readonly mentor: string;
}

interface Server extends Served {
  readonly child: ChildProcess;
}

function isServed(message: unknown): message is Served {
  return typeof message === "object" && message !== null && "url" in message && "cookies" in message && "mentor" in message;
}

function start(kind: string, ...words: readonly string[]): Promise<Server> {
  const child = fork(new URL("./board-server.ts", import.meta.url), [kind, ...words], { execArgv: ["--import", "tsx"] });
  return new Promise((resolve, reject) => {
    child.once("message", (message) => {
      if (isServed(message)) resolve({ child, ...message });
      else reject(new Error(`the ${kind} server said something else than its address`));
    });
    child.once("exit", (code) => reject(new Error(`the ${kind} server ended with ${code ?? "a signal"}`)));
  });
}

function processorMs({ child }: Server): Promise<number> {
  return new Promise((resolve) => {
    child.once("message", (message: { readonly cpuMs: number }) => resolve(message.cpuMs));
    child.send("cpu");
  });
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

function ask(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { "accept-encoding": "gzip", ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      response.on("error", reject);
    }).on("error", reject);
  });
}

async function expect200(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<Buffer> {
  const { status, body } = await ask(url, headers, agent);
  if (status !== 200) throw new Error(`${url} answered ${status}`);
  return body;
}

/** Processor milliseconds of one of `times` requests, for each sample; the first sample is not counted. */
async function perRequest(server: Server, times: number, request: (i: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let sample = -1; sample < SAMPLES; sample++) {
    const before = await processorMs(server);
    for (let i = 0; i < times; i++) await request(i);
    if (sample >= 0) samples.push(((await processorMs(server)) - before) / times);
  }
  return samples;
}

/** Opens a feed; `changed` is called for each change that it tells. */
function follow(url: string, cookie: string, changed: (version: string) => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent: new Agent(), headers: { cookie } }, (response) => {
      let heard = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        heard += text;
        for (let end = heard.indexOf("\n\n"); end >= 0; end = heard.indexOf("\n\n")) {
          const version = /^event: change\ndata: .*"version":"([^"]+)"/m.exec(heard.slice(0, end))?.[1];
          heard = heard.slice(end + 2);
          if (version !== undefined) changed(version);
        }
      });
      response.on("error", () => undefined);
      resolve(() => asked.destroy());
    });
    asked.on("error", reject);
  });
}

/** All who look at the first page hear of one change and fetch its rows, each over a connection of its own. */
async function roomOfViewers(server: Server, agent: Agent): Promise<number[]> {
  const samples: number[] = [];
  let known = /data-version="([^"]+)"/.exec(
    String((await ask(server.url + BOARD, { "accept-encoding": "identity" }, agent)).body),
  )?.[1];
  let heard: (version: string) => void = () => undefined;
  const ends = await Promise.all(
    server.cookies.map((cookie) => follow(`${server.url}/api/v1/${ABOUT}/feed`, cookie, (version) => heard(version))),
  );
  for (let sample = 0; sample < SAMPLES; sample++) {
    const before = await processorMs(server);
    const fetched: Promise<Buffer>[] = [];
    const next = await new Promise<string>((resolve) => {
      heard = (version) => {
        const cookie = server.cookies[fetched.length] ?? "";
        fetched.push(expect200(`${server.url}${BOARD}/rows?since=${known}`, { cookie }, agent));
        if (fetched.length === server.cookies.length) resolve(version);
      };
      server.child.send("change");
    });
    const sizes = (await Promise.all(fetched)).map(({ length }) => length);
    if (Math.max(...sizes) > 20_000) throw new Error(`a change sent ${Math.max(...sizes)} bytes`);
    samples.push((await processorMs(server)) - before);
    known = next;
    heard = () => undefined;
    await new Promise((later) => setTimeout(later, 1000));
  }
  for (const end of ends) end();
  return samples;
}

function atMost(what: string, samples: readonly number[], aim: number): Figure {
  const value = median(samples);
  return { what, value, unit: "ms", spread: spread(samples), aim: `≤ ${aim}`, met: value <= aim };
}

async function load(url: string, agent: Agent): Promise<void> {
  let left = REQUESTS;
  const work = async (): Promise<void> => {
    while (left-- > 0) await expect200(url, {}, agent);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
}

async function figuresOf(app: Server, bare: Server, agent: Agent): Promise<Figure[]> {
  const board = app.url + BOARD;
  const cookie = (i: number): string => app.cookies[i % app.cookies.length];
  const signedIn = await perRequest(app, VIEWS, (i) => expect200(board, { cookie: cookie(i) }, agent));
  const sent = await perRequest(bare, VIEWS, () => expect200(bare.url, {}, agent));
  const teams = await perRequest(app, 20, (i) =>
    expect200(`${app.url}/en/teams?page=${1 + (i % 10)}`, { cookie: app.mentor }, agent),
  );
  const room = await roomOfViewers(app, agent);
  const kept = await interleaved([
    { name: "bare Express", run: () => load(bare.url, agent) },
    { name: "kept page", run: () => load(board, agent) },
  ]);
  const { value, spread: around } = kept.ratio("bare Express", "kept page", null);
  const views = signedIn.map((ms, i) => ms / sent[i]);
  return [
    atMost("a signed-in view, processor time", signedIn, 3),
    {
      what: "the same / bare Express with such bytes",
      value: median(views),
      unit: "×",
      spread: spread(views),
      aim: null,
      met: null,
    },
    atMost(`${VIEWERS} viewers on a change, processor time in all`, room, 500),
    atMost(`Teams page at ${SUBMISSIONS} submissions, processor time`, teams, 20),
    { what: "requests per second, kept page / bare Express", value, unit: "×", spread: around, aim: "≥ 0.9", met: value >= 0.9 },
  ];
}

export function bench(): Promise<Result> {
  return withScratch(async (folder) => {
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const app = await start("app", folder, String(TEAMS), String(SUBMISSIONS / TEAMS));
    const bare = await start("bare", app.url + BOARD);
    try {
      const page = await expect200(app.url + BOARD, { "accept-encoding": "br" }, agent);
      const about = `the board of ${TEAMS} teams; its first page is ${(page.length / 1024).toFixed(1)} KiB over the wire`;
      return { name: "board", about, figures: await figuresOf(app, bare, agent) };
    } finally {
      agent.destroy();
      app.child.kill();
      bare.child.kill();
    }
  });
}
