/**
 * The catalogue of indicators: what an alert may give as its reasons. It is written down in `catalogue.json`.
 *
 * Ids are literal types, so that a misspelt one does not compile; the bundled declarations carry them into a team's folder.
 */
import { nearestName } from "../nearest-name.ts";
import {
  COUNTER,
  DIGITAL,
  MONEY,
  type CounterIndicators,
  type DigitalIndicators,
  type MoneyIndicators,
  type Row,
} from "./made.ts";

/** Indicators that can be told from bank data: the only ones that a finding may name in *follow-the-money*. @fr Indicateurs visibles dans les données bancaires : les seuls qu’un constat peut nommer dans *Suivre l’argent*. */
export type MoneyIndicatorId = keyof MoneyIndicators;
export type DigitalIndicatorId = keyof DigitalIndicators;
export type CounterIndicatorId = keyof CounterIndicators;
export type IndicatorId = MoneyIndicatorId | DigitalIndicatorId | CounterIndicatorId;

/** `money`: told from bank data; `digital`: from devices and messages; `counter`: what does not support suspicion, or speaks against it. @fr `money` : visible dans les données bancaires; `digital` : dans les appareils et les messages; `counter` : ce qui n’appuie pas un soupçon, ou l’affaiblit. */
export type IndicatorKind = "money" | "digital" | "counter";

export interface Indicator extends Row {
  readonly id: IndicatorId;
  readonly kind: IndicatorKind;
}

const ALL: Readonly<Record<IndicatorId, Row>> = { ...MONEY, ...DIGITAL, ...COUNTER };

/** True of an id of the catalogue, of whatever kind. @fr Vrai d’un identifiant du catalogue, de n’importe quel genre. */
export function isIndicatorId(value: unknown): value is IndicatorId {
  return typeof value === "string" && Object.hasOwn(ALL, value);
}

/** True of the id of a money indicator. @fr Vrai de l’identifiant d’un indicateur financier. */
export function isMoneyIndicator(value: unknown): value is MoneyIndicatorId {
  return typeof value === "string" && Object.hasOwn(MONEY, value);
}

/** All ids in catalogue order: money, digital, counter. @fr Tous les identifiants, dans l’ordre du catalogue : money, digital, counter. */
export const INDICATOR_IDS: readonly IndicatorId[] = Object.keys(ALL).filter(isIndicatorId);

/** Ids of the money indicators, in catalogue order. @fr Identifiants des indicateurs financiers, dans l’ordre du catalogue. */
export const MONEY_INDICATOR_IDS: readonly MoneyIndicatorId[] = Object.keys(MONEY).filter(isMoneyIndicator);

function kindOf(id: IndicatorId): IndicatorKind {
  if (isMoneyIndicator(id)) return "money";
  return Object.hasOwn(DIGITAL, id) ? "digital" : "counter";
}

/** The catalogue's row of an indicator. @fr La rangée d’un indicateur dans le catalogue. */
export function indicator(id: IndicatorId): Indicator {
  return { id, kind: kindOf(id), ...ALL[id] };
}

/** The whole catalogue, in order. @fr Le catalogue entier, dans l’ordre. */
export const INDICATORS: readonly Indicator[] = INDICATOR_IDS.map(indicator);

/** The known id that a misspelt one most likely meant, or null. `among` defaults to the whole catalogue. @fr L’identifiant connu que visait sans doute un nom mal écrit, ou null; `among` limite la recherche. */
export function nearestIndicator(text: string, among: readonly IndicatorId[] = INDICATOR_IDS): IndicatorId | null {
  return nearestName(text, among);
}
