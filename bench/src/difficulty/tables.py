"""Tables of a test set as numpy arrays, mapped by the layout.json that lies beside the Arrow files."""

import json
import os

import numpy as np

_TYPES = {"int32": "<i4", "date": "<i4", "text": "<i4", "int64": "<i8", "timestamp": "<i8", "flag": "i1"}


class Table:
    """One table: columns by name, as they lie; text as codes with -1 where nothing is there."""

    def __init__(self, folder, name):
        with open(os.path.join(folder, "layout.json"), encoding="utf-8") as file:
            layout = next(table for table in json.load(file)["tables"] if table["name"] == name)
        self.rows = layout["rows"]
        self._columns = {column["name"]: column for column in layout["columns"]}
        self._bytes = np.memmap(os.path.join(folder, layout["file"]), dtype=np.uint8, mode="r")

    def _span(self, span, dtype, count):
        start = span[0]
        size = np.dtype(dtype).itemsize * count
        return self._bytes[start : start + size].view(dtype)

    def present(self, name):
        """True by row where there is a value."""
        validity = self._columns[name]["validity"]
        if validity is None:
            return np.ones(self.rows, dtype=bool)
        bits = self._span(validity, np.uint8, (self.rows + 7) // 8)
        return np.unpackbits(bits, count=self.rows, bitorder="little").astype(bool)

    def numbers(self, name, missing=0):
        """The column's numbers; `missing` where there is no value."""
        column = self._columns[name]
        values = self._span(column["values"], _TYPES[column["type"]], self.rows)
        return values if column["validity"] is None else np.where(self.present(name), values, missing)

    def codes(self, name):
        """Of a text column: places in words(name), -1 where nothing is there."""
        return self.numbers(name, -1)

    def words(self, name):
        """Of a text column: its different words, in order."""
        dictionary = self._columns[name]["dictionary"]
        size = dictionary["size"]
        if size == 0:
            return []
        offsets = self._span(dictionary["offsets"], "<i4", size + 1)
        text = bytes(self._span(dictionary["bytes"], np.uint8, int(offsets[-1])))
        return [text[offsets[place] : offsets[place + 1]].decode("utf-8") for place in range(size)]
