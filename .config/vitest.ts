import { defineConfig } from "vitest/config";

const everything = process.env["VIGIE_TESTS"] === "all";

/**
 * The test settings that every room shares. `*.slow.test.ts` (browsers, PostgreSQL, attacks, faults)
 * run only under `npm run test:all`; each room leaves its counts where the runner adds them up.
 */
export function houseTests(room: string, own: { testTimeout?: number; fileParallelism?: boolean } = {}) {
  return defineConfig({
    test: {
      root: room,
      include: everything ? ["{src,test}/**/*.test.ts"] : ["{src,test}/**/!(*.slow).test.ts"],
      passWithNoTests: true,
      reporters: ["default", ["json", { outputFile: `${room}/.vitest/report.json` }]],
      maxWorkers: 2,
      testTimeout: 30_000,
      hookTimeout: 60_000,
      ...own,
    },
  });
}
