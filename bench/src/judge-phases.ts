/** Where judging spends its time: the sandbox's calls told apart, and what is left of a judgement without them. */
import { judgeSubmission, type OpenSplit } from "@vigie/judge";
import type { Sandbox } from "@vigie/runner";
import { benchInstallation } from "./judge-scene.ts";

/** Of one judgement, in milliseconds by the clock. */
export interface Phases {
  readonly build: number;
  /** The detector's run by its own account, from the archive's arrival to its end. */
  readonly run: number;
  /** Calling for the run, beyond it: reading, packing, starting, ending. */
  readonly around: number;
  /** Laying out the program, reading predictions' rest, scoring. */
  readonly rest: number;
}

/** Judges the sources in `submission` once. @throws Error unless they are accepted. */
export async function judgedInPhases(sandbox: Sandbox, open: OpenSplit, submission: string): Promise<Phases> {
  let [build, run, around] = [0, 0, 0];
  const timed: Sandbox = {
    ...sandbox,
    run: async (request) => {
      const began = performance.now();
      const outcome = await sandbox.run(request);
      const ms = performance.now() - began;
      // The bundler alone runs without inputs.
      if (request.inputs === null) build += ms;
      else {
        run += outcome.usage.wallMs;
        around += ms - outcome.usage.wallMs;
      }
      return outcome;
    },
  };
  const began = performance.now();
  const { verdict, practice } = await judgeSubmission({ installation: benchInstallation(), sandbox: timed, open, submission });
  if (verdict !== "accepted") throw new Error(`${submission}: ${verdict}: ${practice?.log ?? ""}`);
  return { build, run, around, rest: performance.now() - began - build - run - around };
}
