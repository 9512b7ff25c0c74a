/**
 * The sources of both SDKs that are made from the worlds' tables and the catalogue, so that no column stands in two places.
 * `npm run prepare` writes them; they are not in the repository.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  catalogueSource,
  pythonCatalogue,
  pythonColumns,
  pythonTypes,
  ROW_WORDS,
  rowsSource,
  type SdkTable,
} from "@vigie/sdk/build";
import { LANGUAGES, meaningOf, WORLDS } from "@vigie/spec";

function inputsOf(world: string): SdkTable[] {
  const inputs = WORLDS[world].tables.filter(({ half, optional }) => half === "inputs" && optional !== true);
  return inputs.map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => ({
      ...column,
      about: { en: meaningOf(column, "en"), fr: meaningOf(column, "fr") },
    })),
  }));
}

/** The worlds whose rows the SDKs have, each with its tables; of any other they read tables. */
const TABLES = Object.fromEntries(Object.keys(ROW_WORDS).map((world) => [world, inputsOf(world)]));

/** Path from the clone's root → what must stand there. */
export function sdkSources(): Readonly<Record<string, string>> {
  const rows = Object.entries(TABLES).flatMap(([world, tables]): [string, string][] => [
    [`packages/sdk/src/worlds/${world}/made.ts`, rowsSource(world, tables)],
    [`packages/sdk-python/vigie/_worlds/${world}/made.py`, pythonColumns(tables)],
  ]);
  return {
    "packages/sdk/src/catalogue/made.ts": catalogueSource(),
    "packages/sdk-python/vigie/_catalogue.py": pythonCatalogue(),
    ...Object.fromEntries(rows),
  };
}

/** Path from the folder of a team's types → the Python SDK's types for editors, in each language. */
export function pythonStubs(root: string): Readonly<Record<string, string>> {
  const template = readFileSync(join(root, "packages/sdk-python/stub/vigie.pyi"), "utf8");
  return Object.fromEntries(
    LANGUAGES.map((lang): [string, string] => [`${lang}/__init__.pyi`, pythonTypes(template, TABLES, lang)]),
  );
}
