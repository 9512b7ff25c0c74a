import {
  appendFileSync,
  chmodSync,
  readdirSync,
  renameSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
const wrote = [];
for (const folder of ["/submission", "/data", "/sdk"]) {
  for (const name of readdirSync(folder)) {
    const path = `${folder}/${name}`;
    const tries = {
      append: () => appendFileSync(path, "x"),
      truncate: () => truncateSync(path),
      unlink: () => unlinkSync(path),
      rename: () => renameSync(path, `${folder}/moved`),
      link: () => symlinkSync("/tmp", `${folder}/link`),
      chmod: () => chmodSync(path, 0o666),
      times: () => utimesSync(path, 1, 1),
      create: () => writeFileSync(`${folder}/planted.js`, ""),
    };
    for (const [what, attempt] of Object.entries(tries)) {
      try {
        attempt();
        wrote.push(`${what} ${path}`);
      } catch {}
    }
  }
}
console.log("wrote", wrote.join());
