export { readEventSecret, TEST_SECRET } from "./event-secret.ts";
export { Installation } from "./installation.ts";
export { ensureSecretInChild, secretCommitmentInChild } from "./judge-process.ts";
export { judgeSubmission } from "./judge-submission.ts";
export { makeKit, type KitPart } from "./kit.ts";
export { makeTestset, type TestsetWish } from "./make-testset.ts";
export { openSplit } from "./open-split.ts";
export { prepareSplit, splitFolder, splitSeed } from "./prepare-split.ts";
export { startWorker, type Worker, type WorkerNote } from "./worker.ts";
