import type { BilingualText, ChallengeSpec, DatasetSpec } from "@vigie/spec";
import type { Store } from "@vigie/store";
import type { UploadLimits } from "./upload/limits.ts";

/** What detectors in Python may import, as it was measured in the judge's sandbox. */
export interface PythonOffer {
  readonly version: string;
  readonly packages: readonly { readonly name: string; readonly version: string | null }[];
}

/** What the web app is given; it reads no environment of its own. */
export interface LeaderboardOptions {
  readonly store: Store;
  /** What a challenge's data are; null where that is not at hand, and its world alone says which tables there are. */
  readonly datasetOf: (challenge: ChallengeSpec) => DatasetSpec | null;
  /** The file behind /kit.zip, made at the first request; null where there is none. */
  readonly kit?: () => Promise<{ readonly path: string } | null>;
  readonly uploads: { readonly allowed: boolean; readonly reason?: BilingualText; readonly limits?: Partial<UploadLimits> };
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
