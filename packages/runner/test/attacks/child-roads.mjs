import { execFile, execSync, fork, spawnSync } from "node:child_process";
import cluster from "node:cluster";
const started = [];
process.on("uncaughtException", () => {});
const roads = {
  execFile: () => execFile(process.execPath, ["-v"], (error) => error ?? started.push("execFile")),
  execSync: () => execSync("true"),
  fork: () => fork("/submission/note.txt").once("spawn", () => started.push("fork")),
  spawnSync: () => {
    if (spawnSync(process.execPath, ["-v"]).error !== undefined) throw new Error("refused");
  },
  cluster: () => cluster.fork().once("online", () => started.push("cluster")),
};
for (const [name, road] of Object.entries(roads)) {
  try {
    road();
    if (name.endsWith("Sync")) started.push(name);
  } catch {}
}
setTimeout(() => {
  console.log("started", started.join());
  process.exit(0);
}, 300);
