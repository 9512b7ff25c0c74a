import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ChallengeSpec, OwnSet } from "./challenge.ts";
import { checkedChallenge } from "./check-challenge.ts";
import { loadChallenge } from "./load.ts";
import { withOwnSet } from "./own-set.ts";
import { isOutdated, lastCommitFor, lastCommitOf } from "./retired.ts";

const COMMIT = "00fed800ad9ae67daf56fd95e6868aa945b8af93";
const now = loadChallenge(join(import.meta.dirname, "../../../challenges/follow-the-money"));
const named = (version: string, id = "follow-the-money") => ({ id, version });
/** As an event of before keeps it. */
const before: unknown = {
  ...now,
  ...{ version: "1.0.0", dataset: named("1.0.0") },
  penalties: [{ measure: "harm", weight: 0.5, cap: 0.2, smallestGroup: 20 }],
};
const OWN: OwnSet = {
  ...named("1.0.0", "amlworld"),
  ...{ title: { en: "Theirs", fr: "Les leurs" }, imported: true },
  ...{ inputsDigest: "a".repeat(64), labelsCommitment: "b".repeat(64) },
};

/** What its receipts name. */
const receiptOf = (challenge: ChallengeSpec) => lastCommitFor({ challenge, dataset: challenge.dataset });

describe("a version that is made and scored no more", () => {
  it("is read as it was kept, and names the last commit that judges it", () => {
    const challenge = checkedChallenge(before, "event");
    expect(challenge).toEqual(before);
    expect([isOutdated(challenge), lastCommitOf(challenge)]).toEqual([true, COMMIT]);
    expect(receiptOf(challenge)).toBe(COMMIT);
  });

  it("is none of those that lie here", () => {
    expect([isOutdated(now), lastCommitOf(now), receiptOf(now)]).toEqual([false, null, null]);
  });

  it("is one by its data alone, and by its score alone, whatever it is called", () => {
    const onOldData: ChallengeSpec = { ...now, ...named("1.4.0", "first-steps"), dataset: named("1.0.0") };
    expect([lastCommitOf(onOldData), receiptOf(onOldData)]).toEqual([COMMIT, COMMIT]);
    const scoredAsBefore = { ...checkedChallenge(before, "event"), ...named("7.0.0", "ours"), dataset: named("7.0.0", "ours") };
    expect(lastCommitOf(scoredAsBefore)).toBe(COMMIT);
  });

  it("is not one on a set that its organizer brought, where only the data were", () => {
    const onOldData: ChallengeSpec = { ...now, ...named("1.4.0", "first-steps"), dataset: named("1.0.0") };
    const brought = withOwnSet(onOldData, "public", OWN, { accounts: 400 });
    expect([lastCommitOf(brought, "public"), lastCommitOf(brought, "final")]).toEqual([null, COMMIT]);
  });
});
