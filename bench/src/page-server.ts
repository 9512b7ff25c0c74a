/** Child of `page.ts`: the web app over a board of many teams, or a bare Express route that sends the same bytes. */
import { fileURLToPath } from "node:url";
import express from "express";
import { createLeaderboard, listen } from "@vigie/leaderboard";
import type { StandingRow } from "@vigie/spec";
import type { EventSettings, Store } from "@vigie/store";
import { loadChallenge, loadDataset } from "@vigie/spec/node";

const [kind, teams] = [process.argv[2], Number(process.argv[3])];
const FOLDER = fileURLToPath(new URL("../../challenges/follow-the-money", import.meta.url));
const PATH = "/en/challenges/follow-the-money/leaderboard";

const EVENT: EventSettings = {
  id: "bench",
  name: { en: "Bench", fr: "Banc d’essai" },
  timeZone: "America/Toronto",
  opensAt: "2026-01-01T00:00:00Z",
  closesAt: "2036-01-01T00:00:00Z",
  helpLine: { name: { en: "Help line", fr: "Ligne d’aide" }, phone: "1-555-0100" },
  secretCommitment: "0".repeat(64),
  demo: true,
};

function row(i: number): StandingRow {
  const score = Math.max(0, 80 - Math.floor((80 * i) / teams));
  const share = score / 100;
  return {
    team: `t${i}`,
    teamName: `Team ${i}`,
    baseline: false,
    rank: i + 1,
    band: 1 + Math.floor(i / 10),
    score,
    interval: [Math.max(0, score - 5), score + 5],
    parts: { ranking: share, budget: share, indicators: share, evidence: share, roles: share },
    penalties: { harm: 0.1 },
    history: Array.from({ length: 8 }, (_, k) => Math.round((score * (k + 1)) / 8)),
    attempts: 8,
    verdict: "accepted",
    submission: `s${i}`,
    judgedAt: "2026-01-02T00:00:00Z",
  };
}

function refuse(): Promise<never> {
  return Promise.reject(new Error("the benchmark only reads the board"));
}

function storeOf(challenge: ReturnType<typeof loadChallenge>): Store {
  const standings = { challenge: challenge.id, version: 1, rows: Array.from({ length: teams }, (_, i) => row(i)) };
  return {
    spoolDir: "",
    event: () => Promise.resolve(EVENT),
    challenges: () => Promise.resolve([challenge]),
    standings: () => Promise.resolve(standings),
    pending: () => Promise.resolve([]),
    preparation: () => Promise.resolve([]),
    teams: () => Promise.resolve([]),
    viewer: () => Promise.resolve(null),
    submission: () => Promise.resolve(null),
    exhibit: () => Promise.resolve(null),
    submissionsOf: () => Promise.resolve([]),
    attemptsLeftToday: () => Promise.resolve(0),
    onChange: () => () => undefined,
    signOut: () => Promise.resolve(),
    audit: () => Promise.resolve(),
    close: () => Promise.resolve(),
    createEvent: refuse,
    createTeam: refuse,
    issueCode: refuse,
    signIn: refuse,
    submit: refuse,
    beginRevision: refuse,
    revision: refuse,
  };
}

const site = createLeaderboard({
  store: storeOf(loadChallenge(FOLDER)),
  uploads: { allowed: false },
  secureCookies: false,
  datasetOf: () => loadDataset(fileURLToPath(new URL("../../datasets/follow-the-money", import.meta.url))),
  assetsDir: fileURLToPath(new URL("../../apps/leaderboard/assets", import.meta.url)),
});

async function serve(app: express.Express): Promise<string> {
  const address = (await listen(app, { host: "127.0.0.1", port: 0 })).address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}${PATH}`;
}

const appUrl = await serve(site.app);
const body = Buffer.from(await (await fetch(appUrl, { headers: { "accept-encoding": "identity" } })).arrayBuffer());
const bare = express();
bare.get(PATH, (_request, response) => void response.type("html").send(body));
const url = kind === "app" ? appUrl : await serve(bare);
process.send?.({ url, bytes: body.length });
