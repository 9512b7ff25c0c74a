/** What the world promises, on the splits as an event has them, under the published test secret. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { realismOf } from "@vigie/audit";
import { makeTestset } from "@vigie/judge";
import { seedOf } from "../src/data-seed.ts";
import { challengeNamed } from "../src/named-challenge.ts";
import { findInstallation } from "../src/places.ts";
import { speaker } from "../src/say.ts";

const CHALLENGE = challengeNamed("follow-the-money", speaker("en"));
const SPLITS_AT_AN_EVENT = [
  ["practice", 5000],
  ["public", 10_000],
  ["final", 20_000],
] as const;

it.each(SPLITS_AT_AN_EVENT)("the %s split, of %d accounts, lies within every bound", async (split, accounts) => {
  const scratch = mkdtempSync(join(tmpdir(), "vigie-promises-"));
  const folder = join(scratch, "testset");
  try {
    const seed = seedOf(CHALLENGE, { split, testSecret: split !== "practice" }, speaker("en"));
    await makeTestset(findInstallation(), CHALLENGE, { split, seed, size: { accounts }, folder, onProgress: () => undefined });
    const broken = realismOf(folder)?.promises.filter(({ within }) => within === false) ?? [];
    expect(broken.map(({ title, observed, bounds }) => `${title.en}: ${observed.en}, ${bounds.en}`)).toEqual([]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
