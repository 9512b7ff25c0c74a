/** Who comes in a rush: viewers who follow the board, teams that send, and somebody who asks whether the server is well. */
import { Agent, get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

/** One request over an agent of its own kind. */
export function fetched(url: string, agent: Agent, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, ms: performance.now() - began }));
      response.on("error", reject);
    }).on("error", reject);
  });
}

/** A browser tries again, too. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      console.error(`a viewer tries again: ${cause instanceof Error ? cause.message : String(cause)}`);
      await pause(1000);
    }
  }
}

export interface Viewer {
  /** Milliseconds of each view since it was last asked. */
  taken(): readonly number[];
  leave(): void;
}

const BOARD = "/en/challenges/follow-the-money/leaderboard";
/** As the page's script does: fetches are spread, and changes that come meanwhile are one. */
const [LEAST_MS, SPREAD_MS] = [200, 2000];

/** A signed-in visitor: the page, then its feed, then on each change the rows that changed. */
export async function view(url: string, cookie: string, agent: Agent): Promise<Viewer> {
  const views: number[] = [];
  const headers = { cookie, "accept-encoding": "gzip" };
  const first = await patiently(() => fetched(`${url}${BOARD}`, agent, { cookie }));
  views.push(first.ms);
  let version = /data-version="([^"]+)"/.exec(first.text)?.[1] ?? "";
  let [busy, left] = [false, false];
  const renew = async (to: string): Promise<void> => {
    if (busy || left) return;
    busy = true;
    await pause(LEAST_MS + SPREAD_MS * Math.random());
    const answer = await fetched(`${url}${BOARD}/rows?since=${encodeURIComponent(version)}`, agent, headers).catch(() => null);
    if (answer?.status === 200) views.push(answer.ms);
    version = to;
    busy = false;
  };
  const feed = get(`${url}/api/v1/challenges/follow-the-money/feed`, { headers: { cookie }, agent: new Agent() }, (response) => {
    response.on("data", (chunk: Buffer) => {
      const told = /event: change\ndata: (.*)\n/.exec(chunk.toString())?.[1];
      if (told !== undefined) void renew(/"version":"([^"]*)"/.exec(told)?.[1] ?? version);
    });
    response.on("error", () => undefined);
  });
  feed.on("error", () => undefined);
  return {
    taken: () => views.splice(0),
    leave() {
      left = true;
      feed.destroy();
    },
  };
}

/** Asks every tenth of a second, until told to stop. @returns what each answer took. */
export function askHealth(url: string): { stop(): readonly number[] } {
  const agent = new Agent({ keepAlive: true });
  const taken: number[] = [];
  const timer = setInterval(() => {
    fetched(`${url}/healthz`, agent).then(
      ({ ms }) => taken.push(ms),
      () => taken.push(Infinity),
    );
  }, 100);
  return {
    stop() {
      clearInterval(timer);
      agent.destroy();
      return taken;
    },
  };
}
