/**
 * `datapackage.json`: a Frictionless data package (https://specs.frictionlessdata.io/data-package/) made from the tables
 * themselves. It lies where detectors read, so it names no split, seed, drawn parameter or checksum.
 */
import type { TableLayout } from "@vigie/sdk";
import type { Column, ColumnType, DatasetSpec, Table } from "@vigie/spec";

export const DATA_PACKAGE_FILE = "datapackage.json";

/** What the metadata says of the dataset; a whole `DatasetSpec` will do, and its parameters are not looked at. */
export type TestsetMeta = Pick<DatasetSpec, "id" | "version" | "title" | "licence">;

const FIELD_TYPES: Readonly<Record<ColumnType, string>> = {
  int32: "integer",
  int64: "integer",
  date: "date",
  timestamp: "datetime",
  text: "string",
  flag: "integer",
};

function fieldOf({ name, type, nullable, about }: Column) {
  return {
    name,
    type: FIELD_TYPES[type],
    arrowType: type,
    description: about.en,
    descriptionFr: about.fr,
    constraints: { required: !nullable },
  };
}

/** The metadata as JSON text. `written` gives each table's layout and length. */
export function dataPackage(
  meta: TestsetMeta,
  written: readonly { readonly table: Table; readonly layout: TableLayout; readonly bytes: number }[],
): string {
  const value = {
    profile: "data-package",
    name: meta.id,
    version: meta.version,
    title: meta.title.en,
    titleFr: meta.title.fr,
    licenses: [{ name: meta.licence }],
    resources: written.map(({ table, layout, bytes }) => ({
      name: table.name,
      path: layout.file,
      format: "arrow",
      mediatype: "application/vnd.apache.arrow.file",
      bytes,
      rows: layout.rows,
      schema: { fields: table.columns.map(fieldOf), missingValues: [""] },
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
