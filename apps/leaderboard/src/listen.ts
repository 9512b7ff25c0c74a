/** Opens the port, or says whose it is; cuts who stalls. */
import { createServer, type Server } from "node:http";
import type { Express } from "express";

/** A hall full of open boards comes back within the same second after a restart: what the system turns away waits for seconds. */
const MOST_WAITING = 4096;
/** A request's head is short. */
const HEAD_MS = 20_000;
/** Longer than the slowest upload that is let through at the largest size that a challenge allows. */
const REQUEST_MS = 600_000;
/** Browsers ask again within it, and need no new connection. */
const KEEP_ALIVE_MS = 30_000;
const CHECK_MS = 2_000;
/** Nothing went either way: a feed says something every fifteen seconds. */
const SILENT_MS = 120_000;

/** The port is taken. */
export class PortInUseError extends Error {
  readonly code = "port-in-use";
  readonly port: number;

  constructor(port: number, host: string, cause: unknown) {
    super(
      `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port: set PORT=${port + 1} or pass --port ${port + 1}.`,
      { cause },
    );
    this.name = "PortInUseError";
    this.port = port;
  }
}

/**
 * Listens on a host and a port (0: any free one).
 * @throws PortInUseError where the port is taken; other failures as Node gives them.
 */
export function listen(app: Express, where: { readonly host: string; readonly port: number }): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: HEAD_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: CHECK_MS,
    },
    app,
  );
  // Whoever waits for leave to send a body is answered first: see begin-body.ts.
  server.on("checkContinue", app).setTimeout(SILENT_MS);
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(cause.code === "EADDRINUSE" ? new PortInUseError(where.port, where.host, cause) : cause);
    });
    server.listen({ ...where, backlog: MOST_WAITING }, () => resolve(server));
  });
}
