/**
 * Writes what the Python SDK shares with this one, so that no word stands in two places: the catalogue and the columns
 * as `_catalogue.py`, and the types for editors as `__init__.pyi`.
 * Run it after a change: `npx tsx packages/sdk/build/python.ts`
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import {
  ACCOUNT_COLUMNS,
  ACCOUNT_KINDS,
  CATALOGUE_NOTICE,
  CHANNELS,
  COUNTERPARTY_KINDS,
  DIRECTIONS,
  EVENT_COLUMNS,
  EVENT_TYPES,
  fileName,
  INDICATOR_GROUPS,
  INDICATOR_IDS,
  INDICATORS,
  LOOK_ALIKES,
  MERCHANT_COLUMNS,
  MONEY_INDICATOR_IDS,
  ROLES,
  SOURCES,
  STATUSES,
  TRANSACTION_COLUMNS,
  type ColumnKind,
} from "../src/index.ts";

type Columns = Readonly<Record<string, ColumnKind>>;

const TABLES: Readonly<Record<string, Columns>> = {
  accounts: ACCOUNT_COLUMNS,
  transactions: TRANSACTION_COLUMNS,
  events: EVENT_COLUMNS,
  merchants: MERCHANT_COLUMNS,
};
const NOTE = "Made by packages/sdk/build/python.ts from the TypeScript SDK; change it there.";

/** Python source of a text, a list (as a tuple) or an object (as a dict). */
function literal(value: unknown, indent = ""): string {
  if (Array.isArray(value)) return `(${value.map((item) => `${literal(item)},`).join(" ")})`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}    `;
  const entries = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${literal(item, inner)},\n`);
  return `{\n${entries.join("")}${indent}}`;
}

/** The text of `_catalogue.py`. */
function pythonCatalogue(): string {
  const rows = INDICATORS.map((row) => [
    row.id,
    [row.kind, row.code, row.group, row.roles, row.label.en, row.label.fr, row.sources, row.lookAlikes],
  ]);
  const tables = Object.entries(TABLES).map(([name, columns]) => [
    name,
    Object.fromEntries(Object.entries(columns).map(([column, kind]) => [fileName(column), kind])),
  ]);
  const parts: [string, unknown][] = [
    ["ROLES", ROLES],
    ["CATALOGUE_NOTICE", CATALOGUE_NOTICE],
    ["INDICATOR_GROUPS", INDICATOR_GROUPS],
    ["SOURCES", SOURCES],
    ["LOOK_ALIKES", LOOK_ALIKES],
    ["INDICATOR_ROWS", Object.fromEntries(rows)],
    ["MONEY_INDICATOR_IDS", MONEY_INDICATOR_IDS],
    ["COLUMNS", Object.fromEntries(tables)],
  ];
  return `"""The catalogue of indicators, and the columns. ${NOTE}"""\n\n${parts.map(([name, value]) => `${name} = ${literal(value)}\n`).join("\n")}`;
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  "accounts.kind": ACCOUNT_KINDS,
  "transactions.direction": DIRECTIONS,
  "transactions.channel": CHANNELS,
  "transactions.status": STATUSES,
  "transactions.counterpartyKind": COUNTERPARTY_KINDS,
  "events.type": EVENT_TYPES,
};

const choice = (words: readonly string[]) => `Literal[${words.map((word) => JSON.stringify(word)).join(", ")}]`;

function properties(table: string): string {
  return Object.entries(TABLES[table])
    .map(([name, kind]) => {
      const words = WORDS[`${table}.${name}`];
      const bare = words === undefined ? (kind.startsWith("text") ? "str" : "int") : choice(words);
      const type = kind.endsWith("?") ? `Optional[${bare}]` : bare;
      return `    @property\n    def ${fileName(name)}(self) -> ${type}: ...\n`;
    })
    .join("");
}

const property = (name: string, type: string) => `    @property\n    def ${name}(self) -> ${type}: ...\n`;
const asDict = "    def as_dict(self) -> dict[str, Any]: ...\n";

/** The text of `__init__.pyi`: what an editor knows of the Python SDK, every indicator id included. */
function pythonTypes(): string {
  return `"""Types of Vigie's SDK for editors. ${NOTE}"""

from typing import Any, Callable, Iterable, Literal, Mapping, Optional, Sequence, TypedDict, Union

Role = ${choice(ROLES)}
MoneyIndicatorId = ${choice(MONEY_INDICATOR_IDS)}
IndicatorId = ${choice(INDICATOR_IDS)}

ROLES: tuple[Role, ...]
MONEY_INDICATOR_IDS: tuple[MoneyIndicatorId, ...]
INDICATORS: Mapping[IndicatorId, Indicator]
CATALOGUE_NOTICE: Mapping[Literal["en", "fr"], str]
INDICATOR_GROUPS: Mapping[str, Mapping[Literal["en", "fr"], str]]
LOOK_ALIKES: Mapping[str, Mapping[Literal["en", "fr"], str]]
SOURCES: Mapping[str, Mapping[Literal["en", "fr"], str]]

class VigieError(ValueError):
    code: str
    en: str
    fr: str

class Indicator:
    id: IndicatorId
    kind: Literal["money", "digital", "counter"]
    code: str
    group: str
    roles: tuple[Role, ...]
    label: Mapping[Literal["en", "fr"], str]
    sources: tuple[str, ...]
    look_alikes: tuple[str, ...]

def indicator(name: IndicatorId) -> Indicator: ...
def is_indicator_id(value: object) -> bool: ...
def is_money_indicator(value: object) -> bool: ...
def nearest_indicator(text: str, among: Optional[Iterable[str]] = None) -> Optional[IndicatorId]: ...

class Account:
${properties("accounts")}${property("transactions", "list[Transaction]")}${property("events", "list[Event]")}    def column(self, name: str) -> Sequence[Any]: ...
${asDict}
class Transaction:
${properties("transactions")}${property("local_hour", "int")}${property("local_minute", "int")}${property("local_day", "int")}${property("merchant", "Optional[Merchant]")}${property("counterparty_account", "Optional[int]")}${asDict}
class Event:
${properties("events")}${asDict}
class Merchant:
${properties("merchants")}${asDict}
class Table:
    name: str
    rows: int
    def column(self, name: str, start: int = 0, stop: Optional[int] = None) -> Sequence[Any]: ...
    def codes(self, name: str, start: int = 0, stop: Optional[int] = None) -> Sequence[int]: ...
    def words(self, name: str) -> list[str]: ...
    def rows_of(self, account: int) -> tuple[int, int]: ...

class Tables:
    accounts: Table
    transactions: Table
    events: Table
    merchants: Table

class Dataset:
    tables: Tables
${property("accounts", "list[Account]")}${property("merchants", "list[Merchant]")}
def open_dataset(folder: str) -> Dataset: ...

class Finding(TypedDict):
    indicator: MoneyIndicatorId
    evidence: Sequence[Union[Transaction, Event, int]]

class Alert:
    account: Optional[int]
    score: float
    role: Optional[Role]
    findings: Mapping[MoneyIndicatorId, list[int]]

def alert(
    score: float,
    role: Optional[Role] = None,
    findings: Iterable[Finding] = (),
    account: Union[Account, int, None] = None,
) -> Alert: ...

class Detector:
    form: Literal["account", "accounts", "table"]

class _Detector:
    def __call__(self, function: Callable[..., Optional[Alert]]) -> Detector: ...
    def accounts(self, function: Callable[..., Iterable[Optional[Alert]]]) -> Detector: ...
    def table(self, function: Callable[..., Iterable[Optional[Alert]]]) -> Detector: ...

detector: _Detector
`;
}

/** File of the Python SDK → what must stand in it. */
export const PYTHON_FILES: Readonly<Record<string, () => string>> = {
  "_catalogue.py": pythonCatalogue,
  "__init__.pyi": pythonTypes,
};

/** Where the Python SDK lies. */
export const PYTHON_FOLDER = join(import.meta.dirname, "../../sdk-python/vigie");

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const [name, text] of Object.entries(PYTHON_FILES)) writeFileSync(join(PYTHON_FOLDER, name), text());
}
