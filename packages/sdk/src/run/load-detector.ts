import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { KIND_RUNS } from "../kinds/index.ts";
import type { AnyDataset } from "../reader/columns.ts";
import { SdkError, shown } from "../sdk-error.ts";

function noDetector(file: string, en: string, fr: string): SdkError {
  return new SdkError("no-detector", {
    en: `${file}: expected "export default defineDetector(…)", found ${en}; write it in the file that vigie.json names as entry`,
    fr: `${file}\u00a0: «\u00a0export default defineDetector(…)\u00a0» attendu, trouvé ${fr}; écrivez-le dans le fichier que vigie.json nomme (entry)`,
  });
}

/** Runs the detector over a data set and hands out its lines. */
export type Run = (dataset: AnyDataset, write: (line: string) => void) => Promise<void>;

/**
 * Imports a module and takes the detector that it exports by default, of whichever kind.
 * @throws SdkError `no-detector` naming the file, or whatever the module throws.
 */
export async function loadDetector(file: string): Promise<Run> {
  const module: unknown = await import(pathToFileURL(resolve(file)).href);
  if (typeof module !== "object" || module === null || !("default" in module)) {
    throw noDetector(file, "no default export", "aucun export par défaut");
  }
  const detector = module.default;
  const kind = KIND_RUNS.find((one) => one.isDetector(detector));
  if (kind) return (dataset, write) => kind.run(detector, dataset, write);
  throw noDetector(file, shown(detector), shown(detector));
}
