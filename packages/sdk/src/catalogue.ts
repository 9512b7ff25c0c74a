/**
 * The catalogue of indicators: what an alert may give as its reasons.
 *
 * Ids are literal types, so that a misspelt one does not compile; the bundled declarations carry them into a team's folder.
 */
import { COUNTER } from "./catalogue/counter.ts";
import { DIGITAL } from "./catalogue/digital.ts";
import { HOLDERS } from "./catalogue/money-holders.ts";
import { MOVEMENT } from "./catalogue/money-movement.ts";
import { SPENDING } from "./catalogue/money-spending.ts";
import type { CatalogueRow } from "./catalogue/row.ts";
import { nearestName } from "./nearest-name.ts";

/** Indicators that can be told from bank data: the only ones that a finding may name in *follow-the-money*. */
export type MoneyIndicatorId = keyof typeof SPENDING | keyof typeof MOVEMENT | keyof typeof HOLDERS;
export type DigitalIndicatorId = keyof typeof DIGITAL;
export type CounterIndicatorId = keyof typeof COUNTER;
export type IndicatorId = MoneyIndicatorId | DigitalIndicatorId | CounterIndicatorId;

/** `money`: told from bank data; `digital`: from devices and messages; `counter`: what does not support suspicion, or speaks against it. */
export type IndicatorKind = "money" | "digital" | "counter";

export interface Indicator extends CatalogueRow {
  readonly id: IndicatorId;
  readonly kind: IndicatorKind;
}

const MONEY = { ...SPENDING, ...MOVEMENT, ...HOLDERS };
const ALL = { ...MONEY, ...DIGITAL, ...COUNTER };

function isMoneyIndicatorText(text: string): text is MoneyIndicatorId {
  return Object.hasOwn(MONEY, text);
}

function isIndicatorText(text: string): text is IndicatorId {
  return Object.hasOwn(ALL, text);
}

/** True of an id of the catalogue, of whatever kind. */
export function isIndicatorId(value: unknown): value is IndicatorId {
  return typeof value === "string" && isIndicatorText(value);
}

/** True of the id of a money indicator. */
export function isMoneyIndicator(value: unknown): value is MoneyIndicatorId {
  return typeof value === "string" && isMoneyIndicatorText(value);
}

/** All ids in catalogue order: money, digital, counter. */
export const INDICATOR_IDS: readonly IndicatorId[] = Object.keys(ALL).filter(isIndicatorText);

/** Ids of the money indicators, in catalogue order. */
export const MONEY_INDICATOR_IDS: readonly MoneyIndicatorId[] = Object.keys(MONEY).filter(isMoneyIndicatorText);

function kindOf(id: IndicatorId): IndicatorKind {
  if (isMoneyIndicatorText(id)) return "money";
  return Object.hasOwn(DIGITAL, id) ? "digital" : "counter";
}

/** The catalogue's row of an indicator. */
export function indicator(id: IndicatorId): Indicator {
  return { id, kind: kindOf(id), ...ALL[id] };
}

/** The whole catalogue, in order. */
export const INDICATORS: readonly Indicator[] = INDICATOR_IDS.map(indicator);

/** The known id that a misspelt one most likely meant, or null. `among` defaults to the whole catalogue. */
export function nearestIndicator(text: string, among: readonly IndicatorId[] = INDICATOR_IDS): IndicatorId | null {
  return nearestName(text, among);
}
