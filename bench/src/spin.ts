/** What two threads are worth on this machine now: a sum that fits into registers, once by one thread, once shared by two. */
import { Worker } from "node:worker_threads";

const SPIN = `
  const { parentPort, workerData } = require("node:worker_threads");
  parentPort.once("message", () => {
    let sum = 0;
    for (let i = 0; i < workerData; i++) sum = (sum + Math.imul(i, 0x9e3779b9)) | 0;
    parentPort.postMessage(sum);
  });
  parentPort.postMessage("ready");
`;
const TURNS = 1_600_000_000;

async function spun(threads: number): Promise<number> {
  const workers = Array.from({ length: threads }, () => new Worker(SPIN, { eval: true, workerData: TURNS / threads }));
  const told = (): Promise<unknown> =>
    Promise.all(workers.map((worker) => new Promise((resolve) => worker.once("message", resolve))));
  await told();
  const start = performance.now();
  const done = told();
  for (const worker of workers) worker.postMessage("go");
  await done;
  const ms = performance.now() - start;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return ms;
}

/** How many times as fast two spinning threads are as one; 2 where nobody else is at work. */
export async function spinningSpeedUp(): Promise<number> {
  return (await spun(1)) / (await spun(2));
}
