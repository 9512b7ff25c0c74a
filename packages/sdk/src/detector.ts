/** Detectors: a function over one account, over all of them, or over whole columns. */
import type { AddressedAlert, Alert } from "./alert.ts";
import { SdkError, shown } from "./sdk-error.ts";
import type { Account, Dataset, Tables } from "./tables.ts";

type Maybe<Value> = Value | null | undefined;
type Answer<Value> = Value | Promise<Value>;
type Alerts = Iterable<Maybe<AddressedAlert>> | AsyncIterable<Maybe<AddressedAlert>>;

/** Sees one account at a time, and raises an alert or none. The data set is there for looking beyond it. */
export type AccountDetector = (account: Account, dataset: Dataset) => Answer<Maybe<Alert>>;
/** Sees all accounts at once; each alert names its account. */
export type AccountsDetector = (accounts: readonly Account[], dataset: Dataset) => Answer<Alerts>;
/** Sees whole tables by columns; each alert names its account. */
export type TableDetector = (tables: Tables, dataset: Dataset) => Answer<Alerts>;

/** Exactly one of the three. */
export interface DetectorForms {
  readonly account?: AccountDetector;
  readonly accounts?: AccountsDetector;
  readonly table?: TableDetector;
}

/** A detector as a run recognises it, whichever copy of the SDK made it. */
export interface Detector extends DetectorForms {
  readonly vigieDetector: 1;
}

const FORMS = ["account", "accounts", "table"] as const;

function given(forms: object): readonly string[] {
  return FORMS.filter((form) => typeof Reflect.get(forms, form) === "function");
}

/**
 * Makes a detector: from a function over one account, or from `{ account }`, `{ accounts }` or `{ table }`. It may be async.
 * @throws SdkError `bad-detector` for anything else.
 */
export function defineDetector(detector: AccountDetector | DetectorForms): Detector {
  const forms: unknown = typeof detector === "function" ? { account: detector } : detector;
  if (isForms(forms)) return { ...forms, vigieDetector: 1 };
  throw new SdkError("bad-detector", {
    en: `defineDetector(): expected a function, or one of { account }, { accounts }, { table }; found ${shown(detector)}`,
    fr: `defineDetector()\u00a0: fonction attendue, ou l’une des formes { account }, { accounts }, { table }; trouvé ${shown(detector)}`,
  });
}

function isForms(value: unknown): value is DetectorForms {
  return typeof value === "object" && value !== null && given(value).length === 1;
}

/** True of what `defineDetector` made, in this or in another copy of the SDK. */
export function isDetector(value: unknown): value is Detector {
  return isForms(value) && Reflect.get(value, "vigieDetector") === 1;
}
