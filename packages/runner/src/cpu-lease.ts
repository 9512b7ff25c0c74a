/**
 * A processor for each run, so that two runs at once do not slow one another.
 *
 * Theory. Runs that the kernel may move about share processors with each other's threads (a garbage collector's, a
 * program's own), and a run with many threads takes the time of one with few. Pinned to a processor of its own, a run
 * shares caches and memory alone. A lease is an abstract socket with the processor's number in its name, as for uids
 * (`uid-lease.ts`): other judges on this machine see it, and the kernel drops it with the process, however it dies.
 *
 * Where every processor is taken a run is not pinned: the kernel then spreads what is too much better than we could.
 */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:net";

function takeName(cpu: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((connection) => connection.destroy());
    server.once("error", () => resolve(null));
    server.listen(`\0vigie-cpu-${cpu}`, () => resolve(server.unref()));
  });
}

/** Processors of a list as the kernel writes it: "0-2,5". */
export function parseCpuList(text: string): number[] {
  return text
    .trim()
    .split(",")
    .filter(Boolean)
    .flatMap((range) => {
      const [first = 0, last = first] = range.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
}

/** The processors that this process may run on. */
function ownCpus(): number[] {
  const list = /^Cpus_allowed_list:\s*(.+)$/m.exec(readFileSync("/proc/self/status", "latin1"))?.[1];
  return parseCpuList(list ?? "");
}

/** A processor that one run has for itself. */
export interface CpuLease {
  readonly cpu: number;
  giveBack(): void;
}

const allowed: readonly number[] = process.platform === "linux" ? ownCpus() : [];

/** Leases one; null where all are taken, or where there is one only. */
export async function leaseCpu(): Promise<CpuLease | null> {
  if (allowed.length < 2) return null;
  for (const cpu of allowed) {
    const name = await takeName(cpu);
    if (name !== null) return { cpu, giveBack: () => void name.close() };
  }
  return null;
}
