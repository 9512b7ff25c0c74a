// Runs every room's tests through turbo, adds up what they counted, and says so in one last line.
// `--all` adds the slow ones (browsers, PostgreSQL, attacks, faults); `--slow` runs those alone.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import process from "node:process";

const root = dirname(import.meta.dirname);
const all = process.argv.includes("--all");
const slow = process.argv.includes("--slow");

// What a user runs is bundled: tests run the bundles of these very sources.
const bundled = spawnSync(process.execPath, [join(root, "apps/vigie/build/bundle.mjs")], { stdio: "inherit" });
if (bundled.status !== 0) {
  console.log("0 passed, 1 failed, 0 skipped");
  process.exit(1);
}

const rooms = ["apps", "packages"].flatMap((shelf) => readdirSync(join(root, shelf)).map((room) => join(root, shelf, room)));
const reports = rooms.map((room) => join(room, ".vitest", "report.json"));
for (const report of reports) rmSync(report, { force: true });

const turbo = join(root, "node_modules", ".bin", process.platform === "win32" ? "turbo.cmd" : "turbo");
const run = spawnSync(turbo, ["run", "test", "--continue", "--log-order=grouped", "--output-logs=errors-only"], {
  cwd: root,
  stdio: "inherit",
  shell: process.platform === "win32",
  env: {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    ...(all ? { VIGIE_TESTS: "all" } : slow ? { VIGIE_TESTS: "slow" } : {}),
  },
});

const sums = { passed: 0, failed: 0, skipped: 0 };
let broken = run.status !== 0;
/** Minutes of every file that took a tenth of one or more. */
const minutes = [];
for (const report of reports.filter(existsSync)) {
  const counted = JSON.parse(readFileSync(report, "utf8"));
  sums.passed += counted.numPassedTests;
  sums.failed += counted.numFailedTests;
  sums.skipped += counted.numPendingTests + counted.numTodoTests;
  if (!counted.success) broken = true;
  for (const file of counted.testResults) {
    minutes.push([(file.endTime - file.startTime) / 60_000, relative(root, file.name)]);
    if (file.status === "failed" && file.assertionResults.length === 0) sums.failed += 1;
    for (const test of file.assertionResults)
      if (test.status === "pending" || test.status === "skipped") console.log(`not tested here: ${test.fullName}`);
  }
}
for (const [taken, file] of minutes.filter(([taken]) => taken >= 0.1).sort(([a], [b]) => b - a))
  console.log(`${taken.toFixed(1).padStart(5)} min  ${file}`);
const missing = rooms.filter(
  (room) => existsSync(join(room, "vitest.config.ts")) && !existsSync(join(room, ".vitest", "report.json")),
);
for (const room of missing) console.log(`no test report from ${room}: did its tests start?`);
if (sums.skipped > 0 && process.env.CI === "true") {
  console.log("CI=true: a test that is skipped counts as a failure");
  broken = true;
}
if (broken && sums.failed === 0) sums.failed = 1;
console.log(`${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped`);
process.exit(broken || missing.length > 0 ? 1 : 0);
