import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isDetector, type Detector } from "../detector.ts";
import { SdkError, shown } from "../sdk-error.ts";

function noDetector(file: string, en: string, fr: string): SdkError {
  return new SdkError("no-detector", {
    en: `${file}: expected "export default defineDetector(…)", found ${en}; write it in the file that vigie.json names as entry`,
    fr: `${file}\u00a0: «\u00a0export default defineDetector(…)\u00a0» attendu, trouvé ${fr}; écrivez-le dans le fichier que vigie.json nomme (entry)`,
  });
}

/**
 * Imports a module and takes the detector that it exports by default.
 * @throws SdkError `no-detector` naming the file, or whatever the module throws.
 */
export async function loadDetector(file: string): Promise<Detector> {
  const module: unknown = await import(pathToFileURL(resolve(file)).href);
  if (typeof module !== "object" || module === null || !("default" in module)) {
    throw noDetector(file, "no default export", "aucun export par défaut");
  }
  if (isDetector(module.default)) return module.default;
  throw noDetector(file, shown(module.default), shown(module.default));
}
