/** How many submissions are judged at once where nobody says. */
import { availableParallelism, totalmem } from "node:os";
import process from "node:process";

const MIB = 1024 * 1024;
/** The server with the embedded database, and the system. */
const SERVER_MIB = 1536;
/** A worker's child with labels and evidence of two splits (150 to 160 were measured with 5,000 and 10,000 accounts). */
const CHILD_MIB = 256;

/** Of this process: what the machine has, or what its container may use. */
export function ownMemoryMiB(): number {
  const constrained = process.constrainedMemory();
  const total = totalmem();
  return (constrained > 0 ? Math.min(constrained, total) : total) / MIB;
}

/**
 * One for each processor, but for one that the server keeps where there are three or more; and no more than may all use at
 * once what a run may use. At least 1.
 * @param runMiB the memory limit of a run.
 */
export function workerCount(runMiB: number, processors = availableParallelism(), memoryMiB = ownMemoryMiB()): number {
  const byProcessors = processors > 2 ? processors - 1 : processors;
  const byMemory = Math.floor((memoryMiB - SERVER_MIB) / (runMiB + CHILD_MIB));
  return Math.max(1, Math.min(byProcessors, byMemory));
}
