/** `vigie data make` in a process of its own, with the time, the processor time and the memory that it took. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Type } from "@sinclair/typebox";
import { checked } from "@vigie/spec/node";

const VIGIE = join(import.meta.dirname, "..", "..", "apps", "vigie", "bin", "vigie.js");
/** Prints the usage of the whole process, threads included, when it ends. */
const METER = `data:text/javascript,import{isMainThread}from"node:worker_threads";if(isMainThread)process.on("exit",()=>console.error("\\nUSAGE "+JSON.stringify(process.resourceUsage())))`;

const Usage = Type.Object({ userCPUTime: Type.Number(), systemCPUTime: Type.Number(), maxRSS: Type.Number() });
const Made = Type.Object({ rows: Type.Object({ transactions: Type.Number() }), seconds: Type.Number() });

export interface Making {
  readonly transactions: number;
  /** From the first to the last file; the process's own start is not in it. */
  readonly ms: number;
  readonly cpuMs: number;
  readonly residentMiB: number;
}

/** Makes a practice set in `folder`, which is removed again. @throws Error with what the process said where it failed. */
export async function makeInProcess(accounts: number, workers: number, folder: string): Promise<Making> {
  const words = ["data", "make", "follow-the-money", "--accounts", `${accounts}`, "--workers", `${workers}`];
  const child = spawn(process.execPath, ["--import", METER, VIGIE, ...words, "--out", folder, "--json"]);
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`vigie data make ended with ${String(code)}: ${err}`);
  rmSync(folder, { recursive: true });
  const made: unknown = JSON.parse(out);
  const spent: unknown = JSON.parse(err.slice(err.indexOf("USAGE ") + 6));
  const { rows, seconds } = checked(Made, made, "vigie data make --json");
  const usage = checked(Usage, spent, "usage");
  return {
    transactions: rows.transactions,
    ms: 1000 * seconds,
    cpuMs: (usage.userCPUTime + usage.systemCPUTime) / 1000,
    residentMiB: usage.maxRSS / 1024,
  };
}
