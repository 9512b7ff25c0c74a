/** A PostgreSQL cluster of our own, in a temporary folder, reached by a socket there: it meets no other server on the machine. */
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const DEBIAN = "/usr/lib/postgresql";

/** The newest installed server's programs, or null. */
export function postgresPrograms(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(DEBIAN, version, "bin")).find((bin) => existsSync(join(bin, "initdb"))) ?? null;
}

function idOf(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
}

export interface PrivatePostgres {
  /** The address of a database of this cluster. */
  url(database: string): string;
  stop(): void;
}

/** Starts it. PostgreSQL refuses root: then it runs as the user `postgres`. */
export function startPostgres(bin: string): PrivatePostgres {
  const folder = mkdtempSync(join(tmpdir(), "vigie-pg-"));
  const root = process.getuid?.() === 0;
  const as = root ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(bin, program), args, { ...as, cwd: folder, stdio: "ignore" });
  const cluster = join(folder, "cluster");
  run("initdb", ["-D", cluster, "-U", "vigie", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"]);
  run("pg_ctl", [
    "-D",
    cluster,
    "-w",
    "-l",
    join(folder, "log"),
    "-o",
    `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`,
    "start",
  ]);
  return {
    url: (database) => `postgres://vigie@localhost/${database}?host=${encodeURIComponent(folder)}`,
    stop: () => {
      run("pg_ctl", ["-D", cluster, "-m", "immediate", "-w", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
