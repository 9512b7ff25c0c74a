import { afterAll, describe, test } from "vitest";
import type { Sandbox } from "../../src/index.ts";
import { type Canaries, plantCanaries } from "./canaries.ts";
import { folderOf, removeFolders, stagedFolderOf } from "./machine.ts";
import type { Surroundings } from "./run-attack.ts";
import { type OpenWay, openWay, type Way } from "./ways.ts";

/** The files of /data in every run of the table. */
export const INPUT_FILES = { "accounts.txt": "inputs", "layout.json": "{}" };

const canaries: Canaries = plantCanaries();
const inputs = await stagedFolderOf(INPUT_FILES);
const sdk = folderOf({ "sdk.txt": "sdk" });

/** Canaries around, inputs and SDK inside, for every run of a test file. */
export const surroundings: Surroundings = { canaries, inputs, sdk };

/**
 * One `describe` for each way that this machine has. A way that it cannot have (an account or a cgroup that is not to be
 * had here) is named and passed over; where there is none at all the tests are skipped.
 */
export async function describeWays(ways: readonly Way[], body: (sandbox: Sandbox, way: Way) => void): Promise<void> {
  const opened: [Way, OpenWay | null][] = [];
  for (const way of ways) opened.push([way, await openWay(way)]);
  for (const [way, open] of opened) {
    if (open === null && way.backEnd === "container") {
      // a back end that nothing tried must be seen: CI counts what is skipped as a failure
      describe(way.name, () => test.skip("is not to be had on this machine", () => undefined));
    } else if (open === null) console.log(`not on this machine: ${way.name}`);
    else describe(way.name, () => body(open.sandbox, way));
  }
  if (opened.every(([, open]) => open === null)) test.skip("no sandbox on this machine", () => undefined);
  afterAll(async () => {
    for (const [, open] of opened) await open?.close();
    canaries.remove();
    await removeFolders();
  });
}
