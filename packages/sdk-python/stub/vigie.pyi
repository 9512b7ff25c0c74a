"""Types of Vigie's SDK for editors. @fr Types de la trousse de Vigie pour les éditeurs."""

from typing import Any, Callable, Iterable, Literal, Mapping, Optional, Sequence, TypedDict, Union, overload

# words

ROLES: tuple[Role, ...]
MONEY_INDICATOR_IDS: tuple[MoneyIndicatorId, ...]
INDICATORS: Mapping[IndicatorId, Indicator]
CATALOGUE_NOTICE: Mapping[Literal["en", "fr"], str]
INDICATOR_GROUPS: Mapping[str, Mapping[Literal["en", "fr"], str]]
LOOK_ALIKES: Mapping[str, Mapping[Literal["en", "fr"], str]]
SOURCES: Mapping[str, Mapping[Literal["en", "fr"], str]]

class VigieError(ValueError):
    """A stable code, and a sentence in each language. @fr Un code stable, et une phrase dans chaque langue."""

    code: str
    en: str
    fr: str

class Indicator:
    """One row of the catalogue. @fr Une rangée du catalogue."""

    id: IndicatorId
    kind: Literal["money", "digital", "counter"]
    code: str
    group: str
    roles: tuple[Role, ...]
    label: Mapping[Literal["en", "fr"], str]
    sources: tuple[str, ...]
    look_alikes: tuple[str, ...]

# indicators
def is_indicator_id(value: object) -> bool:
    """True of an id of the catalogue, of whatever kind. @fr Vrai d’un identifiant du catalogue, de n’importe quel genre."""

def is_money_indicator(value: object) -> bool:
    """True of the id of a money indicator. @fr Vrai de l’identifiant d’un indicateur financier."""

def nearest_indicator(text: str, among: Optional[Iterable[str]] = None) -> Optional[IndicatorId]:
    """The known id that a misspelt one most likely meant, or None. @fr L’identifiant connu que visait sans doute un nom mal écrit, ou None."""

class Account:
    # row: bank.accounts
    def column(self, name: str) -> Sequence[Any]:
        """A column of the account's transactions, without making rows. @fr Une colonne des opérations du compte, sans produire de rangées."""

    def as_dict(self) -> dict[str, Any]:
        """All columns by name. @fr Toutes les colonnes, par nom."""

class Transaction:
    # row: bank.transactions
    def as_dict(self) -> dict[str, Any]:
        """All columns by name. @fr Toutes les colonnes, par nom."""

class Event:
    # row: bank.events
    def as_dict(self) -> dict[str, Any]:
        """All columns by name. @fr Toutes les colonnes, par nom."""

class Merchant:
    # row: bank.merchants
    def as_dict(self) -> dict[str, Any]:
        """All columns by name. @fr Toutes les colonnes, par nom."""

class Table:
    """A whole table by columns; start and stop give the rows start … stop − 1. @fr Une table entière par colonnes; start et stop donnent les rangées start … stop − 1."""

    name: str
    rows: int
    def column(self, name: str, start: int = 0, stop: Optional[int] = None) -> Sequence[Any]:
        """Values: a memoryview of numbers where none is missing, else a list with None. @fr Les valeurs : un memoryview de nombres si aucun ne manque, sinon une liste avec None."""

    def codes(self, name: str, start: int = 0, stop: Optional[int] = None) -> Sequence[int]:
        """Of a text column: places in words(name), −1 where nothing is there. @fr D’une colonne de texte : les rangs dans words(name), −1 s’il n’y a rien."""

    def words(self, name: str) -> list[str]:
        """Of a text column: its different words. @fr D’une colonne de texte : ses mots différents."""

    def rows_of(self, account: int) -> tuple[int, int]:
        """First row of an account, and the one after its last. @fr La première rangée d’un compte, et celle qui suit sa dernière."""

class Tables:
    accounts: Table
    transactions: Table
    events: Table
    merchants: Table

class Dataset:
    """Everything that a detector gets. @fr Tout ce que reçoit un détecteur."""

    tables: Tables
    def table(self, name: str) -> Table:
        """A table by its name in the files. @fr Une table, par son nom dans les fichiers."""

    @property
    def accounts(self) -> list[Account]:
        """All accounts by number. @fr Tous les comptes, par numéro."""

    @property
    def merchants(self) -> list[Merchant]:
        """All merchants by number. @fr Tous les commerces, par numéro."""

def open_dataset(folder: str) -> Dataset:
    """Opens the inputs of a split. @fr Ouvre les entrées d’une partition."""

Evidence = Sequence[Union[Transaction, Event, int]]

class Finding(TypedDict):
    indicator: MoneyIndicatorId
    evidence: Evidence

class Alert:
    """An alert as it is written out; made by alert(). @fr Une alerte telle qu’elle est écrite; produite par alert()."""

    account: Optional[int]
    score: float
    role: Optional[Role]
    findings: Mapping[MoneyIndicatorId, list[int]]

def alert(
    score: float,
    role: Optional[Role] = None,
    findings: Union[Iterable[Finding], Mapping[MoneyIndicatorId, Optional[Evidence]]] = (),
    account: Union[Account, int, None] = None,
) -> Alert:
    """An alert on an account. score: 0 to 1. findings: a list of {"indicator": …, "evidence": […]}, or a dict of evidence by indicator. @fr Une alerte sur un compte. score : de 0 à 1. findings : une liste de {"indicator": …, "evidence": […]}, ou un dict des preuves par indicateur."""

class Detector:
    form: Literal["account", "accounts", "table"]

class _Detector:
    def __call__(self, function: Callable[..., Optional[Alert]]) -> Detector:
        """Of a function over one account. @fr D’une fonction qui reçoit un compte."""

    def accounts(self, function: Callable[..., Iterable[Optional[Alert]]]) -> Detector:
        """Of a function over all accounts. @fr D’une fonction qui reçoit tous les comptes."""

    def table(self, function: Callable[..., Iterable[Optional[Alert]]]) -> Detector:
        """Of a function over tables by columns. @fr D’une fonction qui reçoit les tables par colonnes."""

detector: _Detector
