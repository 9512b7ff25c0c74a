/** What the console knows: where the event stands, what is wrong now, what is fine, and what a good event still needs. */
import { formatDuration, listed } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { DryRunState } from "@vigie/spec/event";
import type { ChallengeSpec } from "@vigie/spec";
import type { AuditEntry, QueuedRun, TeamLight } from "@vigie/store";
import type { MachineFacts } from "../../options.ts";
import type { Site } from "../../page.ts";
import { situationOf } from "../acts/page.ts";
import type { Situation } from "../acts/deeds.ts";

export interface Facts extends Situation {
  readonly lang: Language;
  readonly lights: readonly TeamLight[];
  readonly queued: readonly QueuedRun[];
  readonly challenges: readonly ChallengeSpec[];
  /** Challenges whose hidden data could not be made. */
  readonly unprepared: readonly ChallengeSpec[];
  readonly machine: MachineFacts | null;
  readonly dryRun: DryRunState | null;
  /** What an organizer ticked off, by item, and when. */
  readonly ticked: ReadonlyMap<string, string>;
  /** Addresses from elsewhere that signed in since this program began. */
  readonly devices: number;
}

const SHOWN_RUNS = 8;

async function unpreparedOf({ store }: Site, challenges: readonly ChallengeSpec[]): Promise<ChallengeSpec[]> {
  const states = await Promise.all(challenges.map(({ id }) => store.preparation(id)));
  return challenges.filter((_one, i) => states[i].some(({ state }) => state === "failed"));
}

function tickedOf(entries: readonly AuditEntry[]): Map<string, string> {
  return new Map(entries.toReversed().map(({ subject, at }) => [subject, at]));
}

export async function factsOf(site: Site, lang: Language): Promise<Facts> {
  const { store, options, doors } = site;
  const situation = await situationOf(site);
  const challenges = await store.challenges();
  const [lights, queued, ticks, unprepared, machine] = await Promise.all([
    store.lights(),
    store.queue({ most: SHOWN_RUNS }),
    store.auditLog({ act: "checked", most: 100 }),
    unpreparedOf(site, challenges),
    options.machine?.() ?? null,
  ]);
  return {
    ...situation,
    lang,
    lights,
    queued,
    challenges,
    unprepared,
    machine,
    dryRun: options.dryRun?.state() ?? null,
    ticked: tickedOf(ticks),
    devices: doors.devices.size,
  };
}

/** How long ago, in words. */
export function since({ lang, now }: Facts, iso: string): string {
  return formatDuration(lang, now - Date.parse(iso));
}

export function named({ lang }: Facts, names: readonly string[]): string {
  return listed(lang, names, "conjunction");
}
