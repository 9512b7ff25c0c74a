/** The web app of an open event, and where it listens. */
import type { Server } from "node:http";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { createLeaderboard, listen, PortInUseError, type Leaderboard, type LeaderboardOptions } from "@vigie/leaderboard";
import type { ChallengeSpec, DatasetSpec } from "@vigie/spec";
import { makeBackup } from "./backup/make-backup.ts";
import { CommandFailure } from "./failure.ts";
import { kitAt } from "./kit-parts.ts";
import type { MachineFacts } from "./machine-facts.ts";
import { datasetOf } from "./named-challenge.ts";
import type { Event, StartOptions } from "./open-event.ts";
import { ASSETS_DIR } from "./places.ts";
import { judgePage } from "./python-offer.ts";
import { speaker, type Say } from "./say.ts";

export type SetUp = NonNullable<LeaderboardOptions["setUp"]>;
type Python = NonNullable<LeaderboardOptions["python"]>;

function shownUrls(host: string, port: number): string[] {
  if (host !== "0.0.0.0") return [`http://${host}:${port}/`];
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return own.filter(({ family }) => family === "IPv4").map(({ address }) => `http://${address}:${port}/`);
}

/** The data set of a running event's challenge; null where another version of it, or none, lies here. */
function installed(challenge: ChallengeSpec): DatasetSpec | null {
  try {
    const dataset = datasetOf(challenge);
    return dataset.version === challenge.dataset.version ? dataset : null;
  } catch {
    return null;
  }
}

interface Furnished {
  /** Measured meanwhile. */
  readonly python: ReturnType<Python>;
  /** What an event is opened with; null where one stands. */
  readonly setUp: SetUp | null;
  readonly machine: MachineFacts;
  readonly dryRun: LeaderboardOptions["dryRun"];
}

export function openWeb({ store, dataDir, sandbox }: Event, { python, setUp, machine, dryRun }: Furnished): Leaderboard {
  const refused = { en: speaker("en")("uploads.refused"), fr: speaker("fr")("uploads.refused") };
  return createLeaderboard({
    store,
    kit: kitAt(join(dataDir, "kit", "vigie-kit.zip"), async () => judgePage(await python)),
    python: () => python,
    datasetOf: installed,
    uploads: sandbox === "none" ? { allowed: false, reason: refused } : { allowed: true },
    banner: sandbox === "none" ? refused : null,
    secureCookies: false,
    assetsDir: ASSETS_DIR,
    machine,
    ...{ backup: (passphrase: string) => makeBackup({ store, passphrase }) },
    ...(dryRun !== undefined && { dryRun }),
    ...(setUp !== null && { setUp }),
  });
}

export interface Listening {
  readonly server: Server;
  readonly urls: readonly string[];
}

/** @throws CommandFailure where the port is taken; then the web app is closed. */
export async function listenTo(web: Leaderboard, { host, port }: StartOptions, say: Say): Promise<Listening> {
  const server = await listen(web.app, { host, port }).catch((error: unknown) => {
    web.close();
    if (!(error instanceof PortInUseError)) throw error;
    throw new CommandFailure(say("start.port", { port, next: port + 1 }), 3);
  });
  const address = server.address();
  const open = typeof address === "object" && address !== null ? address.port : port;
  const urls = shownUrls(host, open);
  for (const url of urls) console.log(say("start.listening", { url }));
  return { server, urls };
}
