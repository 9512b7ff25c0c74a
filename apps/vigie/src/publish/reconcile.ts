/** Holds what was made against what lies on disk, or writes it there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Artefact } from "./artefact.ts";

/** Folders that hold made files alone: what nobody makes any more is removed from them. */
const OWN_FOLDERS = ["published", "sample"];

function strays(folder: string, artefacts: readonly Artefact[]): string[] {
  const made = new Set(artefacts.map(({ path }) => path));
  return OWN_FOLDERS.filter((name) => existsSync(join(folder, name)))
    .flatMap((name) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`))
    .filter((path) => !made.has(path))
    .sort();
}

/** Where two texts part: the line, and what stands there on either side. */
function firstDifference(expected: string, found: string): string {
  const [made, kept] = [expected.split("\n"), found.split("\n")];
  const at = made.findIndex((line, i) => line !== kept[i]);
  const line = at < 0 ? made.length : at;
  const shown = (text: string | undefined): string => (text === undefined ? "nothing" : JSON.stringify(text.slice(0, 100)));
  return `line ${line + 1}: the data give ${shown(made[line])}, the file has ${shown(kept[line])}`;
}

/** One sentence for each file that differs from what the data give. */
export function differences(folder: string, artefacts: readonly Artefact[]): string[] {
  const changed = artefacts.flatMap(({ path, text }) => {
    const file = join(folder, path);
    if (!existsSync(file)) return [`${path}: missing`];
    const found = readFileSync(file, "utf8");
    return found === text ? [] : [`${path}, ${firstDifference(text, found)}`];
  });
  return [...changed, ...strays(folder, artefacts).map((path) => `${path}: nothing makes this file`)];
}

/** Writes all; gives the paths whose bytes changed. @param whole the artefacts are all that there are: what is no longer made goes. */
export function write(folder: string, artefacts: readonly Artefact[], whole = true): string[] {
  if (whole) for (const path of strays(folder, artefacts)) rmSync(join(folder, path));
  return artefacts
    .filter(({ path, text }) => {
      const file = join(folder, path);
      if (existsSync(file) && readFileSync(file, "utf8") === text) return false;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return true;
    })
    .map(({ path }) => path);
}
