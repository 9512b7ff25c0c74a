/** `vigie start --new`: an event of one's own, which stands once an organizer has answered the set-up page. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import type { EventIdentity } from "@vigie/judge";
import type { ChallengeSpec } from "@vigie/spec";
import type { Calendar } from "@vigie/spec/event";
import type { EventSettings, EventWords } from "@vigie/store";
import type { JudgeStore } from "@vigie/store/judge";
import { CommandFailure } from "../failure.ts";
import { challengeNamed } from "../named-challenge.ts";
import { challengeFolders } from "../places.ts";
import type { Say } from "../say.ts";
import { organizerCodeFile } from "./organizer-code.ts";

/** What was typed: an event of one's own, or another code for its organizer. */
export interface HostWish {
  readonly isNew: boolean;
  readonly newOrganizerCode: boolean;
}

/** What the set-up page answers. */
export type EventOpened = EventWords & { readonly calendar: Calendar; readonly challenges: readonly ChallengeSpec[] };

/**
 * Whether this folder is for an event of one's own, and not for the demo.
 * @throws CommandFailure where somebody wants one in the demo's folder.
 */
export function isHosted(event: EventSettings | null, dataDir: string, wish: HostWish, say: Say): boolean {
  const isDemo = event === null ? existsSync(join(dataDir, "demo-codes.json")) : event.demo;
  const isWished = wish.isNew || wish.newOrganizerCode;
  if (isDemo && isWished) throw new CommandFailure(say("host.demoFolder", { folder: dataDir }), 3);
  if (event !== null) return !event.demo;
  return isWished || existsSync(organizerCodeFile(dataDir));
}

/** Every challenge that can be chosen here. @throws CommandFailure or SpecError where one of them cannot be read. */
export function offeredChallenges(say: Say): ChallengeSpec[] {
  return [...challengeFolders().keys()].map((name) => challengeNamed(name, say));
}

/** Makes the event. @throws StoreError `event-exists` for the second of two who answer at once. */
export async function openEvent(store: JudgeStore, identity: EventIdentity, opened: EventOpened): Promise<void> {
  const { challenges, keptUntil, ...words } = opened;
  await store.createEvent({
    settings: {
      id: randomUUID(),
      ...words,
      // Left out, the store derives it from the lock.
      ...(keptUntil !== null && { keptUntil }),
      secretCommitment: identity.secretCommitment,
      receiptKey: identity.receiptKey,
      demo: false,
    },
    challenges,
  });
}
