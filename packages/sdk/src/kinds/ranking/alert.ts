/**
 * Alerts: what a detector says of an account, checked where it is made, so that a mistake is found at its line.
 *
 * An alert is a plain value: a bundled detector carries its own copy of the SDK, so nothing is recognised by its class.
 */
import {
  isMoneyIndicator,
  isRole,
  MONEY_INDICATOR_IDS,
  ROLES,
  type MoneyIndicatorId,
  type MoneyIndicators,
  type Role,
} from "../../catalogue/index.ts";
import { nearestName } from "../../nearest-name.ts";
import { SdkError, shown } from "../../sdk-error.ts";
import type { Account, Event, Transaction } from "../../worlds/index.ts";

type Evidence = readonly (Transaction | Event | number)[];

/** Why: one indicator, and the rows that show it. Rows or their ids, of the alert's own account. @fr Pourquoi : un indicateur, et les rangées qui le montrent. Des rangées ou leurs identifiants, du compte de l’alerte. */
export interface Finding {
  /** The sign that you see. Written as a key, `findings: { "many-rides": rides }`, it shows its sentence in an editor. @fr Le signe que vous voyez. Écrit comme clé, `findings: { "many-rides": courses }`, il montre sa phrase dans un éditeur. */
  readonly indicator: MoneyIndicatorId;
  readonly evidence: Evidence;
}

/** The same by indicator, where an editor says what each stands for: `{ "many-rides": rides }`. One without evidence is left out. @fr La même chose par indicateur, là où un éditeur dit ce que chacun signifie : `{ "many-rides": courses }`. Celui qui n’a pas de preuves est omis. */
export type Findings = { readonly [Id in keyof MoneyIndicators]?: Evidence | undefined };

export interface AlertRequest {
  /** How sure, from 0 to 1: accounts are ranked by it. @fr La certitude, de 0 à 1 : elle sert à classer les comptes. */
  readonly score: number;
  /** The part that the account's holder seems to play. @fr Le rôle que semble jouer la personne titulaire du compte. */
  readonly role?: Role;
  /** Each indicator at most once. @fr Chaque indicateur une fois au plus. */
  readonly findings?: readonly Finding[] | Findings;
  /** Of which account; detectors that see one account at a time leave it out. @fr De quel compte; un détecteur qui voit un compte à la fois l’omet. */
  readonly account?: Account | number;
}

/** An alert as it is written out: evidence by ids, each once. Made by `alert`. @fr Une alerte telle qu’elle est écrite : les preuves par identifiants, chacun une fois. Produite par `alert`. */
export interface Alert {
  readonly account: number | null;
  readonly score: number;
  readonly role: Role | null;
  readonly findings: readonly { readonly indicator: MoneyIndicatorId; readonly evidence: readonly number[] }[];
  /** The account of the rows given as evidence, where rows were given. @fr Le compte des rangées données comme preuves, s’il y en a. */
  readonly evidenceAccount: number | null;
}

/** An alert that says of which account it is. @fr Une alerte qui nomme son compte. */
export interface AddressedAlert extends Alert {
  readonly account: number;
}

const isArray: (value: unknown) => value is readonly unknown[] = Array.isArray;
const ID_LIMIT = 4_503_599_627_370_496;

function wrong(code: string, en: string, fr: string): SdkError {
  return new SdkError(code, { en: `alert(): ${en}`, fr: `alert()\u00a0: ${fr}` });
}

function asScore(value: unknown): number {
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  throw wrong(
    "bad-score",
    `expected a score from 0 to 1, found ${shown(value)}`,
    `score de 0 à 1 attendu, trouvé ${shown(value)}`,
  );
}

function hint(value: unknown, names: readonly string[]): { readonly en: string; readonly fr: string } {
  const near = typeof value === "string" ? nearestName(value, names) : null;
  return near === null
    ? { en: "", fr: "" }
    : { en: `; did you mean "${near}"?`, fr: `; vouliez-vous dire «\u00a0${near}\u00a0»?` };
}

function asRole(value: unknown): Role | null {
  if (value === undefined || value === null) return null;
  if (isRole(value)) return value;
  const near = hint(value, ROLES);
  const roles = ROLES.join(", ");
  throw wrong(
    "unknown-role",
    `expected a role out of ${roles}; found ${shown(value)}${near.en}`,
    `rôle attendu parmi ${roles}; trouvé ${shown(value)}${near.fr}`,
  );
}

function asIndicator(value: unknown): MoneyIndicatorId {
  if (isMoneyIndicator(value)) return value;
  const near = hint(value, MONEY_INDICATOR_IDS);
  throw wrong(
    "unknown-indicator",
    `expected the id of a money indicator, found ${shown(value)}${near.en}`,
    `identifiant d’un indicateur financier attendu, trouvé ${shown(value)}${near.fr}`,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !isArray(value);
}

function isId(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < ID_LIMIT;
}

function idOf(item: unknown): number {
  const id = isRecord(item) ? (item["transaction"] ?? item["event"]) : item;
  if (isId(id)) return id;
  throw wrong(
    "bad-evidence",
    `expected a transaction, an event or the id of one as evidence, found ${shown(item)}`,
    `comme preuve, une opération, un événement ou son identifiant est attendu; trouvé ${shown(item)}`,
  );
}

function asList(value: unknown, what: string): readonly unknown[] {
  if (isArray(value)) return value;
  throw wrong(
    "not-a-list",
    `expected a list as ${what}, found ${shown(value)}`,
    `liste attendue (${what}), trouvé ${shown(value)}`,
  );
}

function asAccount(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  const account = isRecord(value) ? value["account"] : value;
  if (isId(account)) return account;
  throw wrong(
    "bad-account",
    `expected an account or its number, found ${shown(value)}`,
    `compte ou numéro de compte attendu, trouvé ${shown(value)}`,
  );
}

function foreign(expected: number, found: number): SdkError {
  return wrong(
    "foreign-evidence",
    `expected evidence of account ${expected} alone, found a row of account ${found}`,
    `preuves du seul compte ${expected} attendues; une rangée vient du compte ${found}`,
  );
}

/** The account of the rows among the evidence; `known` is what the rows before said. */
function evidenceAccount(evidence: readonly unknown[], known: number | null): number | null {
  let account = known;
  for (let i = 0; i < evidence.length; i++) {
    const item = evidence[i];
    const found = isRecord(item) ? item["account"] : null;
    if (typeof found !== "number") continue;
    if (account !== null && found !== account) throw foreign(account, found);
    account = found;
  }
  return account;
}

/** Findings as a list, whichever form they came in. */
function asFindings(value: unknown): readonly unknown[] {
  if (!isRecord(value)) return asList(value ?? [], "findings");
  const list: unknown[] = [];
  for (const indicator in value) {
    const evidence = value[indicator];
    if (evidence !== undefined && evidence !== null) list[list.length] = { indicator, evidence };
  }
  return list;
}

/** Each id once. Loops by place, here and below: a detector may have patched what arrays inherit. */
function idsOf(evidence: readonly unknown[]): number[] {
  const ids = new Set<number>();
  for (let i = 0; i < evidence.length; i++) ids.add(idOf(evidence[i]));
  return [...ids];
}

function checkedFinding(
  item: unknown,
  before: Alert["findings"],
): { readonly indicator: MoneyIndicatorId; readonly evidence: readonly unknown[] } {
  const finding = isRecord(item) ? item : { indicator: item };
  const indicator = asIndicator(finding["indicator"]);
  for (let i = 0; i < before.length; i++) {
    if (before[i].indicator !== indicator) continue;
    throw wrong(
      "doubled-indicator",
      `expected each indicator once, found "${indicator}" twice; put all its evidence into one finding`,
      `l’indicateur «\u00a0${indicator}\u00a0» figure deux fois; regroupez ses preuves`,
    );
  }
  return { indicator, evidence: asList(finding["evidence"], `evidence of "${indicator}"`) };
}

/**
 * Checks an alert, whoever made it, and gives it back as it is written out. `owner` is the account that it must be of.
 * @throws SdkError that says what was expected and what came.
 */
export function checkedAlert(request: unknown, owner: number | null): Alert {
  if (!isRecord(request)) {
    const found = shown(request);
    throw wrong(
      "not-an-alert",
      `expected { score, role, findings }, found ${found}`,
      `{ score, role, findings } attendu, trouvé ${found}`,
    );
  }
  const account = asAccount(request["account"]) ?? owner;
  if (owner !== null && account !== owner) throw foreign(owner, account ?? -1);
  const given: unknown = request["evidenceAccount"];
  let rowsOf = typeof given === "number" ? given : null;
  const findings: Alert["findings"][number][] = [];
  const items = asFindings(request["findings"]);
  for (let i = 0; i < items.length; i++) {
    const finding = checkedFinding(items[i], findings);
    rowsOf = evidenceAccount(finding.evidence, rowsOf);
    findings[i] = { indicator: finding.indicator, evidence: idsOf(finding.evidence) };
  }
  if (account !== null && rowsOf !== null && rowsOf !== account) throw foreign(account, rowsOf);
  return { account, score: asScore(request["score"]), role: asRole(request["role"]), findings, evidenceAccount: rowsOf };
}

/**
 * An alert on an account.
 * @throws SdkError for a score outside 0 to 1, an unknown role or indicator (with the nearest name), evidence of another account.
 * @fr Une alerte sur un compte.
 * @throws SdkError pour un score hors de 0 à 1, un rôle ou un indicateur inconnu (avec le nom le plus proche), des preuves d’un autre compte.
 */
export function alert(request: AlertRequest & { readonly account: Account | number }): AddressedAlert;
export function alert(request: AlertRequest): Alert;
export function alert(request: AlertRequest): Alert {
  return checkedAlert(request, null);
}
