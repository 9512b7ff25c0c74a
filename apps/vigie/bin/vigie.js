#!/usr/bin/env node
// The command line lies in ../dist, which `npm ci` makes.
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const bundle = join(import.meta.dirname, "../dist/vigie.mjs");
if (!existsSync(bundle)) {
  console.error("vigie: the command line is not built yet. Run `npm ci` at the root of the clone, then try again.");
  console.error(
    "vigie : la ligne de commande n’est pas encore construite. Lancez « npm ci » à la racine du clone, puis recommencez.",
  );
  process.exit(1);
}
const { main } = await import(new URL(`file://${bundle}`).href);
await main(process.argv);
