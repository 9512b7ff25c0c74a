"""Prints every column of a test set's inputs, as the Python SDK reads it: {table: {column: [values]}}."""

import json
import os
import sys

from vigie import open_dataset

folder = sys.argv[1]
dataset = open_dataset(folder)
with open(os.path.join(folder, "layout.json"), encoding="utf-8") as file:
    layout = json.load(file)


def values_of(table):
    return {column["name"]: list(dataset.table(table["name"]).column(column["name"])) for column in table["columns"]}


json.dump({table["name"]: values_of(table) for table in layout["tables"]}, sys.stdout, ensure_ascii=False)
