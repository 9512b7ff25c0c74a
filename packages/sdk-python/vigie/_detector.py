"""Detectors: a function over one account, over all of them, or over whole columns."""

from ._errors import VigieError, shown


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


def takes_two(function):
    """True of a function that also takes the data set."""
    target = getattr(function, "__wrapped__", function)
    code = getattr(target, "__code__", None)
    bound = 1 if hasattr(target, "__self__") else 0
    if code is None:
        code = getattr(getattr(type(target), "__call__", None), "__code__", None)
        bound = 1
    return code is not None and (code.co_argcount - bound >= 2 or bool(code.co_flags & 0x04))
