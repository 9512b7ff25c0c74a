"""Prints every column of a test set's inputs, as the Python SDK reads it: {table: {column: [values]}}."""

import json
import sys

from vigie._catalogue import COLUMNS
from vigie._dataset import open_dataset

tables = open_dataset(sys.argv[1]).tables
values = {table: {column: list(getattr(tables, table).column(column)) for column in COLUMNS[table]} for table in COLUMNS}
json.dump(values, sys.stdout, ensure_ascii=False)
