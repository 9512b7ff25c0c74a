import inspector from "node:inspector";
process.kill(process.pid, "SIGUSR1");
try {
  inspector.open(9229);
} catch {}
setTimeout(() => {
  console.log("url", inspector.url() ?? "none");
  process.exit(0);
}, 200);
