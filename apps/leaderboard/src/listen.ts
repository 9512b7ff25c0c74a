/** Opens the port, or says whose it is. */
import { createServer, type Server } from "node:http";
import type { Express } from "express";

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
  const server = createServer(app);
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(cause.code === "EADDRINUSE" ? new PortInUseError(where.port, where.host, cause) : cause);
    });
    server.listen(where.port, where.host, () => resolve(server));
  });
}
