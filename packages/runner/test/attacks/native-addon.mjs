import { copyFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
const loaded = [];
copyFileSync("/usr/bin/node", "/tmp/a.node");
writeFileSync("/tmp/b.node", "\x7fELF");
for (const path of ["/tmp/a.node", "/tmp/b.node", "/lib/x86_64-linux-gnu/libm.so.6", "/lib/x86_64-linux-gnu/libc.so.6"]) {
  for (const load of [() => process.dlopen({ exports: {} }, path), () => createRequire(import.meta.url)(path)]) {
    try {
      load();
      loaded.push(path);
    } catch {}
  }
}
console.log("loaded", loaded.join());
