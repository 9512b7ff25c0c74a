/** Detectors: a function over one account, over all of them, or over whole columns. */
import type { AddressedAlert, Alert } from "./alert.ts";
import { SdkError, shown } from "../../sdk-error.ts";
import type { Account, Dataset, Tables } from "../../worlds/index.ts";

type Maybe<Value> = Value | null | undefined;
type Answer<Value> = Value | Promise<Value>;
type Alerts = Iterable<Maybe<AddressedAlert>> | AsyncIterable<Maybe<AddressedAlert>>;

/** Sees one account at a time, and raises an alert or none. The data set is there for looking beyond it. @fr Voit un compte à la fois, et lève une alerte ou aucune. Le jeu de données permet de regarder au-delà. */
export type AccountDetector = (account: Account, dataset: Dataset) => Answer<Maybe<Alert>>;
/** Sees all accounts at once; each alert names its account. @fr Voit tous les comptes d’un coup; chaque alerte nomme son compte. */
export type AccountsDetector = (accounts: readonly Account[], dataset: Dataset) => Answer<Alerts>;
/** Sees whole tables by columns; each alert names its account. @fr Voit des tables entières par colonnes; chaque alerte nomme son compte. */
export type TableDetector = (tables: Tables, dataset: Dataset) => Answer<Alerts>;

/** Exactly one of the three. @fr Une des trois formes, et une seule. */
export interface DetectorForms {
  readonly account?: AccountDetector;
  readonly accounts?: AccountsDetector;
  readonly table?: TableDetector;
}

/** A detector as a run recognises it, whichever copy of the SDK made it. @fr Un détecteur, tel qu’une exécution le reconnaît, quelle que soit la copie de la trousse qui l’a produit. */
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
 * @fr Fabrique un détecteur à partir d’une fonction qui reçoit un compte, ou de `{ account }`, `{ accounts }` ou `{ table }`. Elle peut être asynchrone.
 * @throws SdkError `bad-detector` pour toute autre valeur.
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

/** True of what `defineDetector` made, in this or in another copy of the SDK. @fr Vrai de ce que `defineDetector` a produit, dans cette copie de la trousse ou dans une autre. */
export function isDetector(value: unknown): value is Detector {
  return isForms(value) && Reflect.get(value, "vigieDetector") === 1;
}
