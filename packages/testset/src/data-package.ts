/**
 * `datapackage.json`: a Frictionless data package (https://specs.frictionlessdata.io/data-package/) made from the tables
 * themselves. It lies where detectors read, so it names no split, seed, drawn parameter or checksum.
 */
import { join } from "node:path";
import { Type, type Static } from "@sinclair/typebox";
import type { TableLayout } from "@vigie/sdk";
import type { BilingualText, Column, ColumnType, DatasetSpec, Table } from "@vigie/spec";
import { loadJson } from "@vigie/spec/node";
import type { FileDigest } from "./arrow/hashed-file.ts";

export const DATA_PACKAGE_FILE = "datapackage.json";

/** The world of sets that name none: those from before there were others, and every one of it since. */
export const UNNAMED_WORLD = "bank";

/** What the metadata says of the dataset; a whole `DatasetSpec` will do, and its parameters are not looked at. */
export type TestsetMeta = Pick<DatasetSpec, "id" | "version" | "world" | "title" | "licence">;

/** A table as it was written. */
export interface WrittenTable {
  readonly table: Table;
  readonly layout: TableLayout;
  readonly digest: FileDigest;
}

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

/** The metadata as JSON text. */
export function dataPackage(meta: TestsetMeta, written: readonly WrittenTable[]): string {
  const value = {
    profile: "data-package",
    name: meta.id,
    version: meta.version,
    world: meta.world === UNNAMED_WORLD ? undefined : meta.world,
    title: meta.title.en,
    titleFr: meta.title.fr,
    licenses: [{ name: meta.licence }],
    resources: written.map(({ table, layout, digest }) => ({
      name: table.name,
      path: layout.file,
      format: "arrow",
      mediatype: "application/vnd.apache.arrow.file",
      bytes: digest.bytes,
      rows: layout.rows,
      schema: { fields: table.columns.map(fieldOf), missingValues: [""] },
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

const Package = Type.Object({
  name: Type.String(),
  version: Type.String(),
  world: Type.Optional(Type.String()),
  title: Type.String(),
  titleFr: Type.String(),
});

function readPackage(folder: string): Static<typeof Package> {
  return loadJson(Package, join(folder, "inputs", DATA_PACKAGE_FILE));
}

export interface TestsetName {
  readonly id: string;
  readonly version: string;
  readonly title: BilingualText;
}

/** What a test set calls itself. @throws SpecError where `datapackage.json` cannot be read or says none of it. */
export function readTestsetName(folder: string): TestsetName {
  const { name, version, title, titleFr } = readPackage(folder);
  return { id: name, version, title: { en: title, fr: titleFr } };
}

/** The id of the world that a test set is of. @throws SpecError as {@link readTestsetName}. */
export function worldOfSet(folder: string): string {
  return readPackage(folder).world ?? UNNAMED_WORLD;
}
