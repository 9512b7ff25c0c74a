import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Judgement } from "@vigie/spec";
import { unpackSubmission } from "@vigie/store/archive";
import { judgeSubmission, notTakenAnyMore, type Judging } from "./judge-submission.ts";

/** Judges a submission as it is kept, or as it was sent: both hold the same files. */
export async function judgeArchive(judging: Omit<Judging, "submission">, archive: Buffer): Promise<Judgement> {
  const submission = mkdtempSync(join(tmpdir(), "vigie-submission-"));
  try {
    const laid = await unpackSubmission(archive, submission);
    if (laid.kind === "refused") return notTakenAnyMore(judging.open, laid.fault);
    return await judgeSubmission({ ...judging, submission });
  } finally {
    rmSync(submission, { recursive: true, force: true });
  }
}
