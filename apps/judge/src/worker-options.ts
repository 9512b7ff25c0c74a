/** What workers are started with, and what they tell. */
import type { SandboxKind } from "@vigie/runner";
import type { Judgement, Split } from "@vigie/spec";
import type { JudgeStore } from "@vigie/store/judge";
import type { Installation } from "./installation.ts";

/** A version of a challenge that no judge of this version of Vigie judges, and the last commit whose judge did. */
export interface Retired {
  readonly version: string;
  readonly commit: string;
}

export type WorkerNote =
  | { readonly kind: "preparing"; readonly challenge: string; readonly split: Split; readonly share: number }
  | { readonly kind: "judging"; readonly submission: string; readonly team: string; readonly split: Split }
  | {
      readonly kind: "judged";
      readonly submission: string;
      readonly team: string;
      readonly split: Split;
      readonly verdict: Judgement["verdict"];
    }
  /** Runs of this version of a challenge are not judged here: they wait for another judge. Uploads go on. */
  | {
      readonly kind: "held";
      readonly challenge: string;
      readonly revision: number;
      readonly why: string;
      /** Of a version that is made and scored no more. */
      readonly retired: Retired | null;
    }
  | {
      readonly kind: "trouble";
      readonly message: string;
      /** The job failed for the last time; else it is tried again. */
      readonly gaveUp: boolean;
    };

export interface WorkerOptions {
  readonly store: JudgeStore;
  readonly installation: Installation;
  /** The bundled child, `judge-child.mjs`. */
  readonly childFile: string;
  readonly secretFile: string;
  /** Signs receipts. */
  readonly keyFile: string;
  readonly splitsDir: string;
  /** Keeps bundles from a submission's practice run to its public one; a folder of the judge's own. */
  readonly bundlesDir: string;
  readonly sandbox: SandboxKind;
  /** Without a sandbox only these archives (SHA-256 in hexadecimal) are run: the ones that came with Vigie. */
  readonly trusted: (submission: string) => Promise<boolean>;
  readonly onNote: (note: WorkerNote) => void;
}
