import { Worker } from "node:worker_threads";
new Worker("process.stdout.write('half'); for(;;);", { eval: true });
setTimeout(() => process.reallyExit(0), 200);
