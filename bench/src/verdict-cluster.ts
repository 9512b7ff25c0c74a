/** A PostgreSQL of the benchmark's own, where Debian's is installed, and the processor time that it took. */
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const DEBIAN = "/usr/lib/postgresql";
const TICK_MS = 10;

export interface Cluster {
  readonly url: string;
  /** Of all its processes so far. */
  processorMs(): number;
  stop(): void;
}

/** Folder of the newest installed server's programs, or null. */
export function installedPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(DEBIAN, version, "bin")).find((bin) => existsSync(join(bin, "initdb"))) ?? null;
}

function statOf(pid: string): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

/** Of a process, its children, and those that it has waited for. */
function ticksBelow(postmaster: string): number {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const stats = pids
    .map((pid) => ({ pid, stat: statOf(pid) }))
    .filter(({ pid, stat }) => pid === postmaster || stat[1] === postmaster);
  const own = stats.flatMap(({ pid, stat }) => stat.slice(11, pid === postmaster ? 15 : 13));
  return own.reduce((sum, ticks) => sum + Number(ticks), 0);
}

/** Starts one. PostgreSQL refuses root: then it runs as the user `postgres`. */
export function startCluster(bin: string): Cluster {
  const folder = mkdtempSync(join(tmpdir(), "vigie-pg-"));
  const root = process.getuid?.() === 0;
  const idOf = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const as = root ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "cluster");
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(bin, program), args, { ...as, cwd: folder, stdio: "ignore" });
  run("initdb", ["-D", data, "-U", "vigie", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"]);
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`;
  run("pg_ctl", ["-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start"]);
  const [pid] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  return {
    url: `postgres://vigie@localhost/postgres?host=${encodeURIComponent(folder)}`,
    processorMs: () => TICK_MS * ticksBelow(pid),
    stop: () => {
      run("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
