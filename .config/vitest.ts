import { defineConfig } from "vitest/config";

const INCLUDE: Readonly<Record<string, string>> = {
  all: "{src,test}/**/*.test.ts",
  slow: "{src,test}/**/*.slow.test.ts",
};
const include = INCLUDE[process.env["VIGIE_TESTS"] ?? ""] ?? "{src,test}/**/!(*.slow).test.ts";

/**
 * The test settings that every room shares. `*.slow.test.ts` (browsers, PostgreSQL, attacks, faults)
 * run only under `npm run test:all` (`VIGIE_TESTS=slow` runs them alone); each room leaves its counts where the runner adds them up.
 * A time limit ends a test that hangs and claims nothing of speed: a machine may well be ten times slower than the one at hand.
 */
export function houseTests(room: string, own: { testTimeout?: number; fileParallelism?: boolean; isolate?: boolean } = {}) {
  return defineConfig({
    test: {
      root: room,
      include: [include],
      passWithNoTests: true,
      reporters: ["default", ["json", { outputFile: `${room}/.vitest/report.json` }]],
      maxWorkers: 2,
      // Loading a room's modules for each file anew takes longer than most files' tests.
      isolate: process.env["VIGIE_TESTS"] !== undefined,
      testTimeout: 900_000,
      hookTimeout: 900_000,
      ...own,
    },
  });
}
