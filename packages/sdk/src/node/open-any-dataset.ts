import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { AnyDataset } from "../reader/columns.ts";
import { LAYOUT_FILE } from "../reader/layout-file.ts";
import { OpenedTables, type OpenWorld } from "../reader/opened-tables.ts";
import { SdkError } from "../sdk-error.ts";
import { WORLD_OPENERS } from "../worlds/index.ts";
import { FileSource } from "./file-source.ts";

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

/** Opens a folder in a way of its own. @throws SdkError when the layout is missing, broken or of another version. */
export function opened<Dataset extends AnyDataset>(folder: string, open: OpenWorld<Dataset>): Dataset & { close(): void } {
  const sources = new Map<string, FileSource>();
  const sourceOf = (file: string) => {
    const source = sources.get(file) ?? new FileSource(join(folder, basename(file)));
    sources.set(file, source);
    return source;
  };
  const dataset = open(readLayout(join(folder, LAYOUT_FILE)), sourceOf);
  return Object.assign(dataset, { close: () => sources.forEach((source) => source.close()) });
}

/** Which world a data set is of; one that names none is a bank's. */
function worldOf(folder: string): string {
  const path = join(folder, "datapackage.json");
  const about: unknown = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
  const world: unknown = typeof about === "object" && about !== null ? Reflect.get(about, "world") : undefined;
  return typeof world === "string" ? world : "bank";
}

/**
 * Opens the inputs of any world: with rows of its own where the SDK has some, else by its tables.
 * @throws SdkError when the layout is missing, broken or of another version.
 */
export function openAnyDataset(folder: string): AnyDataset & { close(): void } {
  const world = worldOf(folder);
  const own = Object.hasOwn(WORLD_OPENERS, world) ? WORLD_OPENERS[world] : null;
  return opened(folder, own ?? ((layout, sourceOf) => new OpenedTables(layout, sourceOf)));
}
