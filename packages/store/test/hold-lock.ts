// Takes a data directory, says so, and stays.
import process from "node:process";
import { lockDataDir } from "../src/data-dir-lock.ts";

await lockDataDir(process.argv[2]);
console.log("held");
setInterval(() => undefined, 1_000);
