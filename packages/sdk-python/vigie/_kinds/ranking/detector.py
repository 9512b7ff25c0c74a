"""Detectors: a function over one account, over all of them, or over whole columns."""

from ..._errors import VigieError, shown
from .alert import Alert


class Detector:
    """What @detector makes of a function. form is account, accounts or table; it can still be called."""

    def __init__(self, form, function):
        if not callable(function):
            raise VigieError(
                "bad-detector",
                f"@detector: expected a function, found {shown(function)}",
                f"@detector\u00a0: fonction attendue, trouvé {shown(function)}",
            )
        self.form = form
        self.function = function
        self.vigie_detector = 1

    def __call__(self, *arguments):
        return self.function(*arguments)

    def run(self, dataset, write):
        """Walks a data set and hands out prediction lines. Gives their number."""
        if not hasattr(dataset, "fresh_account"):
            raise VigieError(
                "other-layout",
                "expected the data of a bank, found those of another world; prepare the data of the detector's challenge",
                "données d’une banque attendues, trouvé celles d’un autre monde; préparez les données du défi de ce détecteur",
            )
        return (_walk if self.form == "account" else _batch)(self, dataset, write)


def detector(function):
    """Makes a detector of a function over one account: def detect(account) or def detect(account, dataset).

    It returns an alert or None. @detector.accounts takes a function over all accounts, @detector.table one over
    tables by columns; both give an iterable of alerts that name their account.
    """
    return Detector("account", function)


def _accounts(function):
    """Makes a detector of def detect(accounts) or def detect(accounts, dataset)."""
    return Detector("accounts", function)


def _table(function):
    """Makes a detector of def detect(tables) or def detect(tables, dataset)."""
    return Detector("table", function)


detector.accounts = _accounts
detector.table = _table


class _AtAccount(Exception):
    """Which account a detector failed on; its cause is the failure."""

    vigie_place = True

    def __str__(self):
        return "the detector failed on account {0}\nle détecteur a échoué au compte {0}".format(*self.args)


def _takes_two(function):
    """True of a function that also takes the data set."""
    target = getattr(function, "__wrapped__", function)
    code = getattr(target, "__code__", None)
    bound = 1 if hasattr(target, "__self__") else 0
    if code is None:
        code = getattr(getattr(type(target), "__call__", None), "__code__", None)
        bound = 1
    return code is not None and (code.co_argcount - bound >= 2 or bool(code.co_flags & 0x04))


def _checked(value):
    if isinstance(value, Alert):
        return value
    raise VigieError(
        "not-an-alert",
        f"expected what alert(…) makes, or None; found {shown(value)}",
        f"résultat de alert(…) ou None attendu; trouvé {shown(value)}",
    )


def _walk(detect, dataset, write):
    lines = 0
    function = detect.function
    more = (dataset,) if _takes_two(function) else ()
    for number in range(dataset.tables.accounts.rows):
        try:
            answer = function(dataset.fresh_account(number), *more)
            if answer is None:
                continue
            write(_checked(answer).addressed(number).line(number))
        except Exception as error:
            raise _AtAccount(number) from error
        lines += 1
    return lines


def _batch(detect, dataset, write):
    function = detect.function
    subject = dataset.accounts if detect.form == "accounts" else dataset.tables
    count, done = dataset.tables.accounts.rows, set()
    answer = function(subject, *((dataset,) if _takes_two(function) else ()))
    if not hasattr(answer, "__iter__"):
        raise VigieError(
            "no-alerts",
            f"expected a list of alerts or a generator, found {shown(answer)}",
            f"liste d’alertes ou générateur attendu, trouvé {shown(answer)}",
        )
    for item in answer:
        if item is None:
            continue
        account = _checked(item).account
        if account is None:
            raise VigieError(
                "no-account",
                "expected an alert that names its account, alert(account=…, score=…), found one without",
                "alerte avec son compte attendue, alert(account=…, score=…), trouvé une alerte sans compte",
            )
        if account >= count:
            raise VigieError(
                "unknown-account", f"expected an account below {count}, found {account}", f"compte inférieur à {count} attendu, trouvé {account}"
            )
        if account in done:
            raise VigieError(
                "doubled-account",
                f"expected one alert an account, found a second one on account {account}",
                f"une seule alerte par compte; le compte {account} en a deux",
            )
        done.add(account)
        write(item.line(account))
    return len(done)
