"""Columns as they lie in the Arrow files, by layout.json: mapped, cast and sliced, without an Arrow library.

Invariants: nothing is read before it is asked for; numbers are memoryviews of the file; bit i of a validity bitmap
(least significant first) is 1 where row i has a value; words are decoded once each.
"""

from .._errors import VigieError

_FORMATS = {"int32": ("i", 4), "date": ("i", 4), "text": ("i", 4), "int64": ("q", 8), "timestamp": ("q", 8), "flag": ("b", 1)}
_EAGER_BELOW = 4096


class _Words(dict):
    """A large dictionary's words by place, decoded when first met."""

    def __init__(self, offsets, text):
        super().__init__()
        self._offsets, self._text = offsets, text

    def __missing__(self, place):
        word = self[place] = str(self._text[self._offsets[place] : self._offsets[place + 1]], "utf-8")
        return word


class Column:
    """One column of a table."""

    def __init__(self, table, layout, rows, data):
        form, width = _FORMATS[layout["type"]]
        self.where = f"{table}.{layout['name']}"
        self.is_text = layout["type"] == "text"
        self.numbers = self._span(data, layout["values"], rows * width).cast(form)
        self._validity = None if layout["validity"] is None else self._span(data, layout["validity"], (rows + 7) // 8)
        self._dictionary = layout["dictionary"]
        self._data = data
        self._words = None

    def _span(self, data, span, need):
        if span[1] < need or span[0] + need > len(data):
            raise VigieError(
                "damaged-data",
                f"{self.where}: expected {need} bytes at {span[0]}, found a layout of {span[1]} and a file of {len(data)}; copy the data again",
                f"{self.where}\u00a0: {need} octets attendus à {span[0]}; la disposition en compte {span[1]} et le fichier {len(data)}; copiez les données de nouveau",
            )
        return data[span[0] : span[0] + need]

    @property
    def words(self):
        """The column's different words: a list, or a dict by place where there are very many."""
        if self._words is None:
            size = self._dictionary["size"]
            if size == 0:
                self._words = []
                return self._words
            offsets = self._span(self._data, self._dictionary["offsets"], 4 * (size + 1)).cast("i")
            text = self._span(self._data, self._dictionary["bytes"], offsets[size])
            words = _Words(offsets, text)
            self._words = [words[place] for place in range(size)] if size < _EAGER_BELOW else words
        return self._words

    def word_count(self):
        return self._dictionary["size"]

    def _presence(self, start, stop):
        """None where all rows of the window have a value, else a text of 1 and 0 for each."""
        if self._validity is None or start >= stop:
            return None
        bits = int.from_bytes(self._validity[start >> 3 : (stop + 7) >> 3], "little") >> (start & 7)
        full = (1 << (stop - start)) - 1
        bits &= full
        return None if bits == full else format(bits | (full + 1), "b")[:0:-1]

    def values(self, start, stop):
        """The values of rows start … stop − 1: a memoryview of numbers where none is missing, else a list with None."""
        numbers, there = self.numbers[start:stop], self._presence(start, stop)
        if not self.is_text:
            return numbers if there is None else [n if bit == "1" else None for n, bit in zip(numbers, there)]
        words = self.words
        if there is None:
            return [words[place] for place in numbers]
        return [words[place] if bit == "1" else None for place, bit in zip(numbers, there)]

    def codes(self, start, stop):
        """Places in words, −1 where nothing is there."""
        numbers, there = self.numbers[start:stop], self._presence(start, stop)
        return numbers if there is None else [n if bit == "1" else -1 for n, bit in zip(numbers, there)]
