"""Hand-made features of every account, from the raw columns alone, as a diligent team would make them in a day.

No indicator's predicate is computed here: these are counts, sums, shares and peaks by channel, category, hour and place,
plus what accounts share with one another. A feature is an array with one number an account, by name; words become names,
so that features of different worlds line up.
"""

import numpy as np

from tables import Table

_DAY = 86_400_000
_BOOKING = ("book", "réserv", "appt", "rdv", "room", "chambre", "hour", "heure", "acompte")


class _Accounts:
    """Sums over the rows of each account."""

    def __init__(self, count, account):
        self.count = count
        self.account = account

    def total(self, where, weights=None):
        """How many rows pass, or the sum of their weights, by account."""
        chosen = None if weights is None else weights[where].astype(np.float64)
        return np.bincount(self.account[where], weights=chosen, minlength=self.count).astype(np.float64)

    def largest(self, where, values):
        out = np.zeros(self.count)
        np.maximum.at(out, self.account[where], values[where])
        return out

    def distinct(self, where, codes):
        """How many different codes the rows that pass have, by account."""
        pairs = np.unique(self.account[where].astype(np.int64) << 32 | codes[where].astype(np.int64))
        return np.bincount((pairs >> 32).astype(np.int64), minlength=self.count).astype(np.float64)

    def peak(self, where, bucket, weights=None):
        """The largest count (or sum) that an account's rows reach in one bucket, such as a week or a counterparty."""
        pairs, place = np.unique(self.account[where].astype(np.int64) << 32 | bucket[where].astype(np.int64), return_inverse=True)
        sums = np.bincount(place, weights=None if weights is None else weights[where], minlength=len(pairs))
        out = np.zeros(self.count)
        np.maximum.at(out, (pairs >> 32).astype(np.int64), sums)
        return out


def _ratio(part, whole):
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0)


def _one_hot(out, table, name):
    codes = table.codes(name)
    for place, word in enumerate(table.words(name)):
        out[f"{name}={word}"] = (codes == place).astype(np.float64)


def _shared(table, name):
    """How many other accounts have the same token on file."""
    codes = table.codes(name)
    there = codes >= 0
    counts = np.bincount(codes[there], minlength=len(table.words(name)) + 1)
    return np.where(there, counts[codes] - 1, 0).astype(np.float64)


def profile_features(accounts):
    """What the file says of the holder."""
    out = {}
    for name in ("kind", "occupation", "business_type", "home_province"):
        _one_hot(out, accounts, name)
    out["income"] = accounts.numbers("declared_income_cents", -1).astype(np.float64)
    out["household"] = accounts.numbers("household_size", -1).astype(np.float64)
    out["opened"] = accounts.numbers("opened_on").astype(np.float64)
    for name in ("owner_token", "phone_token", "email_token", "address_token"):
        out[f"shared {name}"] = _shared(accounts, name)
    return out


def _passed_on(rows, amount, credit, account, time):
    """By row: a credit of 100 dollars or more of which half or more goes out within a day, among the next twenty rows."""
    out = np.zeros(len(amount), dtype=bool)
    large = credit & (amount >= 10_000)
    for lag in range(1, 21):
        first, then = slice(0, rows - lag), slice(lag, rows)
        goes = ~credit[then] & (amount[then] >= 0.5 * amount[first]) & (amount[then] <= 1.05 * amount[first])
        near = (account[then] == account[first]) & (time[then] - time[first] <= _DAY)
        out[first] |= large[first] & goes & near
    return out


def money_features(accounts, table, days):
    """What the transactions say, by account."""
    account = table.numbers("account")
    time = table.numbers("time")
    amount = table.numbers("amount_cents").astype(np.float64)
    local = time + table.numbers("utc_offset_minutes").astype(np.int64) * 60_000
    hour = (local % _DAY) // 3_600_000
    day = local // _DAY
    week = day // 7
    night = (hour >= 22) | (hour < 6)
    credit = table.codes("direction") == table.words("direction").index("credit")
    by = _Accounts(accounts.rows, account)
    every = np.ones(table.rows, dtype=bool)
    out = {}

    rows = by.total(every)
    out["rows"] = rows
    for name, where in (("credit", credit), ("debit", ~credit)):
        out[f"{name} sum"] = by.total(where, amount)
        out[f"{name} largest"] = by.largest(where, amount)
        out[f"{name} round"] = _ratio(by.total(where & (amount % 2000 == 0)), by.total(where))
    income = accounts.numbers("declared_income_cents", 0).astype(np.float64) * days / 365
    out["credit over income"] = _ratio(out["credit sum"], income)
    out["rows at night"] = _ratio(by.total(night), rows)
    out["days active"] = by.distinct(every, day)

    channel, status = table.codes("channel"), table.codes("status")
    for place, word in enumerate(table.words("channel")):
        for name, side in (("in", credit), ("out", ~credit)):
            where = side & (channel == place)
            if not where.any():
                continue
            out[f"{word} {name} count"] = by.total(where)
            out[f"{word} {name} sum"] = by.total(where, amount)
            out[f"{word} {name} mean"] = _ratio(out[f"{word} {name} sum"], out[f"{word} {name} count"])
            out[f"{word} {name} at night"] = by.total(where & night)
            out[f"{word} {name} busiest week"] = by.peak(where, week)
            out[f"{word} {name} largest week"] = by.peak(where, week, amount)
    for place, word in enumerate(table.words("status")):
        out[f"status {word}"] = by.total(status == place)
    code = table.codes("code")
    for place, word in enumerate(table.words("code")):
        out[f"code {word}"] = by.total(code == place)
        out[f"code {word} sum"] = by.total(code == place, amount)

    mcc = table.numbers("mcc", 0)
    for value in np.unique(mcc[mcc > 0]):
        out[f"mcc {value}"] = by.total(mcc == value)
        out[f"mcc {value} at night"] = by.total((mcc == value) & night)
        out[f"mcc {value} busiest week"] = by.peak(mcc == value, week)

    out |= _place_features(accounts, table, by, week, channel, credit)
    out |= _party_features(table, by, amount, credit, week, channel)
    passed = _passed_on(table.rows, amount, credit, account, time)
    out["passed on"] = by.total(passed)
    out["passed on share"] = _ratio(out["passed on"], by.total(credit & (amount >= 10_000)))
    return out


def _place_features(accounts, table, by, week, channel, credit):
    city = table.codes("city")
    home_words = {word: place for place, word in enumerate(table.words("city"))}
    home = np.array([home_words.get(word, -2) for word in accounts.words("home_city")])[accounts.codes("home_city")]
    there = city >= 0
    away = there & (city != home[by.account])
    cash = away & np.isin(channel, [place for place, word in enumerate(table.words("channel")) if word.endswith("-cash")])
    country = table.codes("country")
    canada = table.words("country").index("CA") if "CA" in table.words("country") else -1
    abroad = (country >= 0) & (country != canada)
    return {
        "cities": by.distinct(there, city),
        "away": by.total(away),
        "away busiest week": by.peak(away, week),
        "cities by cash": by.distinct(cash, city),
        "cash away": by.total(cash & credit),
        "abroad": by.total(abroad),
        "devices": by.distinct(table.codes("device_token") >= 0, table.codes("device_token")),
        "terminals": by.distinct(table.codes("terminal_token") >= 0, table.codes("terminal_token")),
    }


def _party_features(table, by, amount, credit, week, channel):
    party = table.codes("counterparty")
    there = party >= 0
    kind = table.codes("counterparty_kind")
    transfer = channel == table.words("channel").index("e-transfer")
    depositor = table.codes("depositor_token")
    memo = table.codes("memo")
    words = table.words("memo")
    length = np.array([len(word) for word in words] + [0])[memo]
    booking = np.array([any(part in word.lower() for part in _BOOKING) for word in words] + [False])[memo]
    out = {
        "depositors": by.distinct(depositor >= 0, depositor),
        "third-party deposits": by.total(depositor >= 0),
        "third-party deposits busiest week": by.peak(depositor >= 0, week),
        "memos": by.total(memo >= 0),
        "memo length": _ratio(by.total(memo >= 0, length), by.total(memo >= 0)),
        "different memos": by.distinct(memo >= 0, memo),
        "booking memos in": by.total(booking & credit),
        "booking memos out": by.total(booking & ~credit),
        "booking memos busiest week": by.peak(booking & credit, week),
    }
    for place, word in enumerate(table.words("counterparty_kind")):
        out[f"other side {word}"] = by.total(kind == place)
    for name, side in (("in", credit), ("out", ~credit)):
        out[f"parties {name}"] = by.distinct(there & side, party)
        out[f"transfer parties {name}"] = by.distinct(there & side & transfer, party)
        out[f"transfers {name}, most with one"] = by.peak(there & side & transfer, party)
        out[f"transfers {name}, largest sum with one"] = by.peak(there & side & transfer, party, amount)
    return out


def event_features(accounts, events):
    """What the events say, by account."""
    by = _Accounts(accounts.rows, events.numbers("account"))
    out = {}
    kind = events.codes("type")
    for place, word in enumerate(events.words("type")):
        out[f"event {word}"] = by.total(kind == place)
    city, device, value = events.codes("city"), events.codes("device_token"), events.codes("value_token")
    places = {word: place for place, word in enumerate(events.words("city"))}
    home = np.array([places.get(word, -2) for word in accounts.words("home_city")])[accounts.codes("home_city")]
    away = (city >= 0) & (city != home[by.account])
    out["event cities"] = by.distinct(city >= 0, city)
    out["events away"] = by.total(away)
    out["event devices"] = by.distinct(device >= 0, device)
    out["event devices away"] = by.distinct(away & (device >= 0), device)
    known = set(accounts.words("phone_token")) | set(accounts.words("email_token")) | set(accounts.words("address_token"))
    others = np.array([word in known for word in events.words("value_token")] + [False])[value]
    out["changed to a contact on file"] = by.total(others)
    note = events.codes("note")
    for place, word in enumerate(events.words("note")):
        out[f"note {word}"] = by.total(note == place)
    users = np.bincount(np.unique(by.account[device >= 0].astype(np.int64) << 32 | device[device >= 0]) & 0xFFFFFFFF)
    shared = np.append(users > 1, False)[device] & (device >= 0)
    out["events on a shared device"] = by.total(shared)
    return out


def features_of(inputs, days):
    """All features of the accounts in the folder `inputs`, by name: the profile's, the money's, the events'."""
    accounts = Table(inputs, "accounts")
    return (
        profile_features(accounts),
        money_features(accounts, Table(inputs, "transactions"), days) | event_features(accounts, Table(inputs, "events")),
    )
