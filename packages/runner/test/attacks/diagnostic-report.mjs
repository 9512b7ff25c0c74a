import { readdirSync, readFileSync } from "node:fs";
import { writeHeapSnapshot } from "node:v8";
for (const write of [() => process.report.writeReport("/tmp/report.json"), () => writeHeapSnapshot("/tmp/heap")]) {
  try {
    write();
  } catch {}
}
// what a report tells goes to the log, for whoever looks for canaries there
console.error(readFileSync("/tmp/report.json", "utf8"));
console.log("host", JSON.parse(readFileSync("/tmp/report.json", "utf8")).header.host, readdirSync("/tmp").length <= 2);
