import type { BilingualText, ChallengeSpec, DatasetSpec } from "@vigie/spec";
import type { Calendar, DryRunState, EventFile } from "@vigie/spec/event";
import type { EventWords, Store } from "@vigie/store";
import type { UploadLimits } from "./upload/limits.ts";

/** What detectors in Python may import, as it was measured in the judge's sandbox. */
export interface PythonOffer {
  readonly version: string;
  readonly packages: readonly { readonly name: string; readonly version: string | null }[];
}

/** An event as organizers opened it; its secret and its key are made by whom the web app hands it to. */
export interface OpenedEvent extends EventWords {
  readonly calendar: Calendar;
  readonly challenges: readonly ChallengeSpec[];
}

/** What opening an event takes; there where a server may stand without one. */
export interface SetUp {
  /** What an organizer chooses from. */
  readonly challenges: readonly ChallengeSpec[];
  /** Makes the event: identity, secret, key, and what prepares its data. */
  readonly open: (event: OpenedEvent) => Promise<void>;
}

/** Plays an event's calendar through, in a copy that is wiped. */
export interface DryRunDesk {
  readonly state: () => DryRunState;
  readonly begin: (wish: {
    readonly event: string;
    readonly file: EventFile;
    readonly speed: number;
  }) => "begun" | "running" | "no-sandbox";
}

/** What this machine and those beside it say of themselves, for the console. */
export interface MachineFacts {
  readonly workers: readonly { readonly name: string; readonly lastSpokeAt: string | null }[];
  readonly disk: { readonly path: string; readonly freeBytes: number } | null;
  /** What the sandbox cannot keep from a submission here. */
  readonly weaknesses: readonly BilingualText[];
  /** Null: no folder was named. */
  readonly backup: { readonly folder: string; readonly lastAt: string | null; readonly problem: BilingualText | null } | null;
  /** How far this machine's clock is from the database's, in milliseconds. */
  readonly clockOffMs: number | null;
}

/** What the web app is given; it reads no environment of its own. */
export interface LeaderboardOptions {
  readonly store: Store;
  /** What a challenge's data are; null where that is not at hand, and its world alone says which tables there are. */
  readonly datasetOf: (challenge: ChallengeSpec) => DatasetSpec | null;
  /** The file behind /kit.zip, made at the first request; null where there is none. */
  readonly kit?: () => Promise<{ readonly path: string } | null>;
  readonly uploads: { readonly allowed: boolean; readonly reason?: BilingualText; readonly limits?: Partial<UploadLimits> };
  readonly setUp?: SetUp;
  readonly machine?: () => Promise<MachineFacts>;
  readonly dryRun?: DryRunDesk;
  /** All that an event is, packed and sealed to a passphrase. */
  readonly backup?: (passphrase: string) => AsyncIterable<Uint8Array>;
  /** Null where the judge runs no Python; left out where nobody asked. */
  readonly python?: () => Promise<PythonOffer | null>;
  /** A sentence above every page. */
  readonly banner?: BilingualText | null;
  /** True behind TLS. */
  readonly secureCookies: boolean;
  /** Folder with `views/`, `site.css` and `live.js`. */
  readonly assetsDir: string;
  /** Our address behind a proxy. */
  readonly publicUrl?: string;
  /** Where a failure of ours is written down; never a request's body, code or token. */
  readonly onFailure?: (error: unknown) => void;
}
