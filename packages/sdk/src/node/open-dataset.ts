import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { LAYOUT_FILE } from "../layout-file.ts";
import { openTables, type WalkableDataset } from "../reader/open-tables.ts";
import { SdkError } from "../sdk-error.ts";
import { FileSource } from "./file-source.ts";

/** A data set whose files are open; `close` lets them go, and what was read stays readable. */
export interface OpenDataset extends WalkableDataset {
  close(): void;
}

function readLayout(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SdkError(
      "unreadable-layout",
      {
        en: `${path}: expected the data's layout.json, found: ${why}; name a folder that "vigie" prepared`,
        fr: `${path}\u00a0: fichier layout.json des données attendu (${why}); indiquez un dossier préparé par Vigie`,
      },
      { cause },
    );
  }
}

/**
 * Opens the inputs of a split: `layout.json` and the Arrow files beside it. Columns are read when first asked for.
 * @throws SdkError when the layout is missing, broken or of another version.
 */
export function openDataset(folder: string): OpenDataset {
  const sources = new Map<string, FileSource>();
  const sourceOf = (file: string) => {
    const source = sources.get(file) ?? new FileSource(join(folder, basename(file)));
    sources.set(file, source);
    return source;
  };
  const dataset = openTables(readLayout(join(folder, LAYOUT_FILE)), sourceOf);
  return Object.assign(dataset, { close: () => sources.forEach((source) => source.close()) });
}
