import process from "node:process";
import { expect, test } from "vitest";
import { feedArchives } from "./feed-archives.ts";

/** How many archives are fed; VIGIE_FUZZ_ARCHIVES asks for more, VIGIE_FUZZ_SEED for others. */
const ARCHIVES = Number(process.env["VIGIE_FUZZ_ARCHIVES"] ?? 10_000);
const SEED = Number(process.env["VIGIE_FUZZ_SEED"] ?? 2_026);

test(`of ${ARCHIVES} malformed archives, what is taken Python and libarchive read as we do`, async () => {
  const { fed, accepted, codes, readers } = await feedArchives(ARCHIVES, SEED);
  const refused = [...codes].map(([code, count]) => `${code} ${count}`).join(", ");
  process.stderr.write(`${fed} archives: ${accepted["tar.gz"]} tar.gz and ${accepted.zip} zip accepted; ${refused}\n`);
  expect(fed).toBe(ARCHIVES);
  expect(readers).toBe(3);
  expect(accepted["tar.gz"]).toBeGreaterThan(ARCHIVES / 40);
  expect(accepted.zip).toBeGreaterThan(ARCHIVES / 40);
  expect(codes.size).toBeGreaterThan(10);
}, 1_800_000);
