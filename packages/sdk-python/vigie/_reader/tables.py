"""Tables by columns."""

from bisect import bisect_left

from .._errors import VigieError, shown
from .._names import nearest_name
from .columns import Column


class Table:
    """A whole table by columns. start and stop give the rows start … stop − 1; without them, all."""

    def __init__(self, layout, data_of, kinds=None):
        self.name = layout["name"]
        self.rows = layout["rows"]
        self._layouts = {column["name"]: column for column in layout["columns"]}
        self._file = layout["file"]
        self._data_of = data_of
        self._columns = {}
        for name, kind in (kinds or {}).items():
            found = self._layouts.get(name, {}).get("type")
            if found != kind.rstrip("?"):
                raise VigieError(
                    "other-layout",
                    f"layout.json, {self.name}: expected a column {name} of type {kind}, found {found}; this SDK and the data are of different versions",
                    f"layout.json, {self.name}\u00a0: colonne {name} de type {kind} attendue, trouvé {found}; la trousse et les données sont de versions différentes",
                )

    def _column(self, name):
        known = self._columns.get(name)
        if known is None:
            if name not in self._layouts:
                raise unknown_column(self.name, name, self._layouts)
            known = self._columns[name] = Column(self.name, self._layouts[name], self.rows, self._data_of(self._file))
        return known

    def _window(self, start, stop):
        stop = self.rows if stop is None else stop
        if not 0 <= start <= stop <= self.rows:
            raise IndexError(f"{self.name}: expected rows within 0 and {self.rows}, found {start} to {stop}")
        return start, stop

    def column(self, name, start=0, stop=None):
        """Values of a column: a memoryview of numbers where none is missing, else a list with None; text as a list."""
        return self._column(name).values(*self._window(start, stop))

    def codes(self, name, start=0, stop=None):
        """Of a text column: places in words(name), −1 where nothing is there."""
        return self._text(name).codes(*self._window(start, stop))

    def words(self, name):
        """Of a text column: its different words."""
        column = self._text(name)
        return [column.words[place] for place in range(column.word_count())]

    def _text(self, name):
        column = self._column(name)
        if column.is_text:
            return column
        raise VigieError(
            "wrong-column-kind",
            f'the column "{name}" holds numbers: ask for it by column(…)',
            f"la colonne «\u00a0{name}\u00a0» contient des nombres\u00a0: demandez-la par column(…)",
        )

    def rows_of(self, account):
        """First row of an account, and the one after its last; of tables sorted by account."""
        accounts = self._column("account").numbers
        first = bisect_left(accounts, account)
        return first, bisect_left(accounts, account + 1, first)


def unknown_column(table, name, known):
    """The error for a name that is no column, with the nearest that is."""
    names = ", ".join(known)
    near = nearest_name(name, known, "_") if isinstance(name, str) else None
    return VigieError(
        "unknown-column",
        f"{table}: expected a column out of {names}; found {shown(name)}" + (f'; did you mean "{near}"?' if near else ""),
        f"{table}\u00a0: colonne attendue parmi {names}; trouvé {shown(name)}" + (f"; vouliez-vous dire «\u00a0{near}\u00a0»?" if near else ""),
    )
