/** Whole audits of worlds that nobody spoiled: an audit that cries wolf is read by nobody. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { auditAcross, auditLeaks, openAuditSet, type LeakAudit, type NamedSet } from "@vigie/audit";
import { makeTestset } from "@vigie/judge";
import { sha256, SPLITS, utf8Bytes, type Seed } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { seedOf } from "../src/data-seed.ts";
import { CHALLENGES_DIR, findInstallation } from "../src/places.ts";
import { smallSets, type PublishedSet } from "../src/publish/published-sets.ts";
import { speaker } from "../src/say.ts";

const TIMEOUT_MS = 300_000;
const CHALLENGE = loadChallenge(join(CHALLENGES_DIR, "follow-the-money"));
const FRESH = Array.from({ length: 20 }, (_, n) => n);
const ACCOUNTS = 2000;

async function auditOf({ split, accounts }: PublishedSet, seed: Seed): Promise<LeakAudit> {
  const scratch = mkdtempSync(join(tmpdir(), "vigie-quiet-"));
  const folder = resolve(scratch, "testset");
  try {
    await makeTestset(findInstallation(), CHALLENGE, { split, seed, accounts, folder, onProgress: () => undefined });
    return auditLeaks(openAuditSet(folder));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function leaksOf({ findings }: LeakAudit): string[] {
  const leaks = findings.filter(({ verdict }) => verdict === "leak");
  return leaks.map(({ column, aspect, score, bound }) => `${column}, ${aspect.en}: score ${score}, bound ${bound}`);
}

/** Five worlds, hence ten pairs; two of them are final splits, whose parameters are shifted. */
const TOGETHER = Array.from({ length: 5 }, (_, n) => ({ n, split: SPLITS[n % SPLITS.length] }));

async function pairsOf(folder: string): Promise<string[]> {
  const sets: NamedSet[] = [];
  const found: string[] = [];
  for (const { n, split } of TOGETHER) {
    const made = join(folder, String(n));
    const seed = sha256(utf8Bytes(`vigie\nfresh pair\n${n}`));
    const size = { split, seed, accounts: ACCOUNTS + 500 * n };
    await makeTestset(findInstallation(), CHALLENGE, { ...size, folder: made, onProgress: () => undefined });
    const name = `${split} ${n}`;
    const next = { name: { en: name, fr: name }, set: openAuditSet(made) };
    for (const before of sets)
      found.push(...leaksOf(auditAcross(before, next)).map((leak) => `${before.name.en}, ${name}: ${leak}`));
    sets.push(next);
  }
  return found;
}

describe("one world against another", () => {
  it(
    "raises no false alarm on ten pairs of fresh worlds, of several sizes, shifted ones too",
    async () => {
      const scratch = mkdtempSync(join(tmpdir(), "vigie-pairs-"));
      try {
        expect(await pairsOf(scratch)).toEqual([]);
      } finally {
        rmSync(scratch, { recursive: true, force: true });
      }
    },
    TIMEOUT_MS,
  );
});

describe("the leak audit of worlds that nobody spoiled", () => {
  it.each(smallSets(CHALLENGE))(
    "passes $split at $accounts accounts, under the published secret",
    async (set) => {
      const seed = seedOf(CHALLENGE, { split: set.split, testSecret: set.split !== "practice" }, speaker("en"));
      expect(leaksOf(await auditOf(set, seed))).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it.each(FRESH)(
    "raises no false alarm on fresh world %i of twenty",
    async (n) => {
      const set = { split: SPLITS[n % SPLITS.length], accounts: ACCOUNTS };
      expect(leaksOf(await auditOf(set, sha256(utf8Bytes(`vigie\nfresh audit\n${n}`))))).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
