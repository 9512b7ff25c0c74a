/** Whole audits of worlds that nobody spoiled: an audit that cries wolf is read by nobody. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { auditAcross, auditLeaks, openAuditSet, type LeakAudit, type NamedSet } from "@vigie/audit";
import { makeTestset } from "@vigie/judge";
import { sha256, SPLITS, utf8Bytes, type Seed } from "@vigie/spec";
import { seedOf } from "../src/data-seed.ts";
import { challengeNamed } from "../src/named-challenge.ts";
import { findInstallation } from "../src/places.ts";
import { smallSets, type PublishedSet } from "../src/publish/published-sets.ts";
import { speaker } from "../src/say.ts";

const CHALLENGE = challengeNamed("follow-the-money", speaker("en"));
/** `npm run check:long` tries many worlds; every landing tries a few. */
const LONG = process.env.VIGIE_LONG === "1";
const FRESH = Array.from({ length: LONG ? 20 : 2 }, (_, n) => n);
const WORLDS_TOGETHER = LONG ? 5 : 2;
const ACCOUNTS = 2000;

async function auditOf({ split, size }: PublishedSet, seed: Seed): Promise<LeakAudit> {
  const scratch = mkdtempSync(join(tmpdir(), "vigie-quiet-"));
  const folder = resolve(scratch, "testset");
  try {
    await makeTestset(findInstallation(), CHALLENGE, { split, seed, size, folder, onProgress: () => undefined });
    return auditLeaks(openAuditSet(folder));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function leaksOf({ findings }: LeakAudit): string[] {
  const leaks = findings.filter(({ verdict }) => verdict === "leak");
  return leaks.map(({ column, aspect, score, bound }) => `${column}, ${aspect.en}: score ${score}, bound ${bound}`);
}

/** A world that is to be made, of a name of its own. */
interface Wanted extends PublishedSet {
  readonly name: string;
  readonly seed: Seed;
}

/** Worlds of one split after the other; with three and more, one is a final one, whose parameters are shifted. */
const TOGETHER: readonly Wanted[] = Array.from({ length: WORLDS_TOGETHER }, (_, n) => {
  const split = SPLITS[n % SPLITS.length];
  return {
    name: `${split} ${n}`,
    split,
    size: { accounts: ACCOUNTS + 500 * n },
    seed: sha256(utf8Bytes(`vigie\nfresh pair\n${n}`)),
  };
});

/**
 * The three splits, at sizes at which every kind of merchant grows with the accounts: below some thousands each city keeps one of
 * each kind, which tells a small set from a large one.
 */
const PUBLISHED: readonly Wanted[] = SPLITS.map((split) => {
  const size = split === "final" ? CHALLENGE.sizes.public : CHALLENGE.sizes[split];
  const seed = seedOf(CHALLENGE, { split, testSecret: split !== "practice" }, speaker("en"));
  return { name: split, split, size, seed };
});

async function openMade({ name, split, size, seed }: Wanted, folder: string): Promise<NamedSet> {
  await makeTestset(findInstallation(), CHALLENGE, { split, seed, size, folder, onProgress: () => undefined });
  return { name: { en: name, fr: name }, set: openAuditSet(folder) };
}

/** Leaks between each world and those before it. */
async function leaksBetween(worlds: readonly Wanted[]): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), "vigie-pairs-"));
  const sets: NamedSet[] = [];
  try {
    for (const world of worlds) sets.push(await openMade(world, join(scratch, String(sets.length))));
    const pairs = sets.flatMap((second, i) => sets.slice(0, i).map((first) => [first, second] as const));
    return pairs.flatMap(([first, second]) =>
      leaksOf(auditAcross(first, second)).map((leak) => `${first.name.en}, ${second.name.en}: ${leak}`),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

describe("one world against another", () => {
  it("raises no false alarm on pairs of fresh worlds, of several sizes", async () => {
    expect(await leaksBetween(TOGETHER)).toEqual([]);
  });

  it("passes the published practice, public and final sets against each other", async () => {
    expect(await leaksBetween(PUBLISHED)).toEqual([]);
  });
});

describe("the leak audit of worlds that nobody spoiled", () => {
  it.each(smallSets(CHALLENGE))("passes $split as it is published, under the published secret", async (set) => {
    const seed = seedOf(CHALLENGE, { split: set.split, testSecret: set.split !== "practice" }, speaker("en"));
    expect(leaksOf(await auditOf(set, seed))).toEqual([]);
  });

  it.each(FRESH)("raises no false alarm on fresh world %i", async (n) => {
    const set = { split: SPLITS[n % SPLITS.length], size: { accounts: ACCOUNTS } };
    expect(leaksOf(await auditOf(set, sha256(utf8Bytes(`vigie\nfresh audit\n${n}`))))).toEqual([]);
  });
});
