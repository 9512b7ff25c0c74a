import { defineConfig } from "vitest/config";

const INCLUDE: Readonly<Record<string, string>> = {
  all: "{src,test}/**/*.test.ts",
  slow: "{src,test}/**/*.slow.test.ts",
};
const include = INCLUDE[process.env["VIGIE_TESTS"] ?? ""] ?? "{src,test}/**/!(*.slow).test.ts";

/**
 * The test settings that every room shares. `*.slow.test.ts` (browsers, PostgreSQL, attacks, faults)
 * run only under `npm run test:all` (`VIGIE_TESTS=slow` runs them alone); each room leaves its counts where the runner adds them up.
 */
export function houseTests(room: string, own: { testTimeout?: number; fileParallelism?: boolean } = {}) {
  return defineConfig({
    test: {
      root: room,
      include: [include],
      passWithNoTests: true,
      reporters: ["default", ["json", { outputFile: `${room}/.vitest/report.json` }]],
      maxWorkers: 2,
      testTimeout: 30_000,
      hookTimeout: 60_000,
      ...own,
    },
  });
}
