"""Alerts: what a detector says of an account, checked where it is made, so that a mistake is found at its line."""

import math
from operator import index

from ..._catalogue import MONEY_INDICATOR_IDS, ROLES
from ..._errors import VigieError, shown
from ..._indicators import is_money_indicator
from ..._names import nearest_name
from ..._worlds import Account, Event, Transaction

ID_LIMIT = 4503599627370496


def _wrong(code, en, fr):
    return VigieError(code, f"alert(): {en}", f"alert()\u00a0: {fr}")


def _hint(value, names):
    near = nearest_name(value, names) if isinstance(value, str) else None
    return ("", "") if near is None else (f'; did you mean "{near}"?', f"; vouliez-vous dire «\u00a0{near}\u00a0»?")


def _score(value):
    try:
        number = math.nan if isinstance(value, (str, bytes, bool)) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if 0 <= number <= 1:
        return number
    raise _wrong("bad-score", f"expected a score from 0 to 1, found {shown(value)}", f"score de 0 à 1 attendu, trouvé {shown(value)}")


def _role(value):
    if value is None or (isinstance(value, str) and value in ROLES):
        return value
    (en, fr), roles = _hint(value, ROLES), ", ".join(ROLES)
    raise _wrong(
        "unknown-role",
        f"expected a role out of {roles}; found {shown(value)}{en}",
        f"rôle attendu parmi {roles}; trouvé {shown(value)}{fr}",
    )


def _indicator(value):
    if is_money_indicator(value):
        return value
    en, fr = _hint(value, MONEY_INDICATOR_IDS)
    raise _wrong(
        "unknown-indicator",
        f"expected the id of a money indicator, found {shown(value)}{en}",
        f"identifiant d’un indicateur financier attendu, trouvé {shown(value)}{fr}",
    )


def _id(value):
    """A number that may be an id, as an int; None for anything else. Whole numbers of other libraries pass."""
    if isinstance(value, bool):
        return None
    try:
        number = index(value)
    except TypeError:
        return None
    return number if 0 <= number < ID_LIMIT else None


def _foreign(expected, found):
    return _wrong(
        "foreign-evidence",
        f"expected evidence of account {expected} alone, found a row of account {found}",
        f"preuves du seul compte {expected} attendues; une rangée vient du compte {found}",
    )


def _evidence_id(item, alert_):
    if isinstance(item, (Transaction, Event)):
        if alert_.evidence_account is None:
            alert_.evidence_account = item.account
        elif alert_.evidence_account != item.account:
            raise _foreign(alert_.evidence_account, item.account)
        return item.transaction if isinstance(item, Transaction) else item.event
    number = _id(item)
    if number is not None:
        return number
    raise _wrong(
        "bad-evidence",
        f"expected a transaction, an event or the id of one as evidence, found {shown(item)}",
        f"comme preuve, une opération, un événement ou son identifiant est attendu; trouvé {shown(item)}",
    )


def _items(value, what):
    if isinstance(value, (str, bytes, dict)) or not hasattr(value, "__iter__"):
        raise _wrong("not-a-list", f"expected a list as {what}, found {shown(value)}", f"liste attendue ({what}), trouvé {shown(value)}")
    return value


def _findings(value):
    """Findings as a list, whichever form they came in."""
    if not isinstance(value, dict):
        return _items(value, "findings")
    return [{"indicator": name, "evidence": rows} for name, rows in value.items() if rows is not None]


def _account(value):
    if value is None:
        return None
    number = value.account if isinstance(value, Account) else _id(value)
    if number is not None:
        return number
    raise _wrong(
        "bad-account",
        f"expected an account or its number, found {shown(value)}",
        f"compte ou numéro de compte attendu, trouvé {shown(value)}",
    )


class Alert:
    """An alert as it is written out: evidence by ids, each once. Made by alert()."""

    __slots__ = ("account", "score", "role", "findings", "evidence_account")

    def addressed(self, owner):
        """Checks that the alert is of account owner."""
        for found in (self.account, self.evidence_account):
            if found is not None and found != owner:
                raise _foreign(owner, found)
        return self

    def line(self, account):
        """The prediction line, with its line feed."""
        score = repr(self.score) if self.score else "0"
        role = f',"role":"{self.role}"' if self.role else ""
        findings = ",".join(
            f'{{"indicator":"{name}","evidence":[{",".join(map(str, evidence))}]}}' for name, evidence in self.findings.items()
        )
        return f'{{"account":{account},"score":{score}{role}' + (f',"findings":[{findings}]}}\n' if findings else "}\n")


def alert(score, role=None, findings=(), account=None):
    """An alert on an account.

    score: 0 to 1, accounts are ranked by it. role: one of ROLES. findings: a list of
    {"indicator": id of a money indicator, "evidence": [transactions, events or their ids]}, each indicator once;
    or a dict of evidence by indicator, where None leaves one out.
    account: an account or its number; detectors that see one account at a time leave it out.
    Raises VigieError that says what was expected and what came.
    """
    made = Alert()
    made.account = _account(account)
    made.score = _score(score)
    made.role = _role(role)
    made.evidence_account = None
    made.findings = {}
    for finding in _findings(findings):
        if not isinstance(finding, dict):
            raise _wrong(
                "bad-finding",
                f'expected {{"indicator": …, "evidence": […]}}, found {shown(finding)}',
                f'{{"indicator": …, "evidence": […]}} attendu, trouvé {shown(finding)}',
            )
        name = _indicator(finding.get("indicator"))
        if name in made.findings:
            raise _wrong(
                "doubled-indicator",
                f'expected each indicator once, found "{name}" twice; put all its evidence into one finding',
                f"l’indicateur «\u00a0{name}\u00a0» figure deux fois; regroupez ses preuves",
            )
        evidence = _items(finding.get("evidence"), f'evidence of "{name}"')
        made.findings[name] = list(dict.fromkeys(_evidence_id(item, made) for item in evidence))
    return made if made.account is None else made.addressed(made.account)
