// The kit's command line: `node vigie.mjs new my-team`. It needs Node alone.
import process from "node:process";
import { main } from "./cli.mjs";

await main(process.argv);
