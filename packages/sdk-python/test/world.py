"""Writes small data sets for tests: layout.json and one file a table, with the bytes where the layout says."""

import json
import os
from array import array

from vigie._worlds.bank.made import COLUMNS


class _Bytes:
    def __init__(self):
        self.data = bytearray(8)

    def add(self, part):
        span = [len(self.data), len(part)]
        self.data += part + bytes(-len(part) % 8)
        return span


def _column(name, kind, rows, out):
    nullable, base = kind.endswith("?"), kind.rstrip("?")
    values = [row.get(name, None if nullable else ("-" if base == "text" else 0)) for row in rows]
    words = sorted({value for value in values if isinstance(value, str)})
    numbers = [words.index(value) if isinstance(value, str) else (value or 0) for value in values]
    there = bytearray((len(rows) + 7) // 8)
    for i, value in enumerate(values):
        if value is not None:
            there[i >> 3] |= 1 << (i & 7)
    dictionary = None
    if base == "text":
        offsets = array("i", [0])
        for word in words:
            offsets.append(offsets[-1] + len(word.encode()))
        dictionary = {"size": len(words), "offsets": out.add(offsets.tobytes()), "bytes": out.add("".join(words).encode())}
    return {
        "name": name,
        "type": base,
        "nullable": nullable,
        "validity": out.add(bytes(there)) if None in values else None,
        "values": out.add(array({"int64": "q", "timestamp": "q", "flag": "b"}.get(base, "i"), numbers).tobytes()),
        "dictionary": dictionary,
    }


def write_world(folder, world):
    """A bank's. Columns that a row leaves out are None, 0 or "-"."""
    write_tables(folder, COLUMNS, world)


def write_tables(folder, kinds_of, world):
    """The same of any world's tables."""
    os.makedirs(folder, exist_ok=True)
    tables = []
    for table, kinds in kinds_of.items():
        out = _Bytes()
        columns = [_column(name, kind, world[table], out) for name, kind in kinds.items()]
        with open(os.path.join(folder, table + ".arrow"), "wb") as file:
            file.write(out.data)
        tables.append({"name": table, "file": table + ".arrow", "rows": len(world[table]), "columns": columns})
    with open(os.path.join(folder, "layout.json"), "w", encoding="utf-8") as file:
        json.dump({"layoutVersion": 1, "tables": tables}, file)


_BASE = {"direction": "credit", "channel": "pos", "status": "posted", "counterparty_kind": "none", "code": "purchase"}

SMALL_WORLD = {
    "accounts": [
        {"account": 0, "kind": "personal", "home_city": "Montréal", "declared_income_cents": 5_200_000, "opened_on": 19_000},
        {"account": 1, "kind": "business", "home_city": "Halifax", "open_minute": 540, "close_minute": 1_560},
        {"account": 2, "kind": "personal", "home_city": "Halifax", "occupation": "cook"},
    ],
    "transactions": [
        {**_BASE, "transaction": 4503599627370495, "account": 0, "time": 1_735_700_400_000, "utc_offset_minutes": -300, "amount_cents": 12_345, "balance_after_cents": -5, "channel": "abm-cash", "city": "Montréal"},
        {**_BASE, "transaction": 7, "account": 0, "time": 1_735_700_400_000, "utc_offset_minutes": -300, "amount_cents": 6_000_000_000, "counterparty_kind": "merchant", "counterparty": "1", "mcc": 7011, "direction": "debit"},
        {**_BASE, "transaction": 11, "account": 2, "time": 1_735_790_000_000, "utc_offset_minutes": -240, "amount_cents": 100, "counterparty_kind": "account", "counterparty": "0", "transfer": 99, "channel": "e-transfer", "memo": "été"},
        {**_BASE, "transaction": 12, "account": 2, "time": 1_735_800_000_000, "utc_offset_minutes": -210, "amount_cents": 200},
        {**_BASE, "transaction": 13, "account": 2, "time": 1_735_900_000_000, "utc_offset_minutes": -240, "amount_cents": 300, "channel": "abm-cash"},
    ],
    "events": [
        {"event": 21, "account": 2, "time": 1_735_790_000_001, "type": "login", "device_token": "d-1"},
        {"event": 22, "account": 2, "time": 1_735_790_000_002, "type": "branch-note", "note": "client accompagné"},
    ],
    "merchants": [
        {"merchant": 0, "name": "Dépanneur du Coin", "mcc": 5499, "city": "Montréal", "country": "CA"},
        {"merchant": 1, "name": "Auberge du Phare", "mcc": 7011, "country": "CA", "open_minute": 0},
    ],
}

if __name__ == "__main__":
    import sys

    write_world(sys.argv[1], SMALL_WORLD)
