/**
 * What of the host's /usr a program may see: itself, its libraries, and for Python its standard library and the
 * scientific packages that a challenge may name. Found once for a program, because walking packages takes time.
 */
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Program } from "./contract.ts";
import { librariesOf } from "./elf-libraries.ts";
import type { Shown } from "./shown.ts";
import { gatherLibraries } from "./stage-libraries.ts";
import { stageProgram } from "./stage-program.ts";

export interface View {
  /** The program's path inside. */
  readonly program: string;
  readonly shown: readonly Shown[];
}

/** Distribution packages of Python that detectors may import where the host has them. */
const PYTHON_PACKAGES = words("numpy scipy sklearn joblib threadpoolctl.py pandas pytz dateutil six.py decorator.py pyarrow");
const PYTHON_DATA = ["/usr/lib/locale/C.utf8", "/usr/share/zoneinfo"];

function words(text: string): string[] {
  return text.split(" ");
}

const asIs = (path: string): Shown => ({ from: realpathSync(path), to: path });

function sharedObjectsIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.so(\.|$)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function viewOfBinary(binary: string, inside: string): View {
  const staged = stageProgram(binary);
  return { program: inside, shown: [{ from: staged, to: inside }, ...gatherLibraries(librariesOf([staged]))] };
}

function viewOfPython(python: string): View {
  const real = realpathSync(python);
  const library = join(dirname(dirname(real)), "lib", basename(real));
  const packages = PYTHON_PACKAGES.map((name) => join("/usr/lib/python3/dist-packages", name)).filter((path) => existsSync(path));
  const folders = [library, ...packages];
  const libraries = gatherLibraries(librariesOf([real, ...folders.flatMap(sharedObjectsIn)]));
  const data = PYTHON_DATA.filter((path) => existsSync(path));
  return {
    program: "/usr/bin/python3",
    shown: [{ from: real, to: "/usr/bin/python3" }, ...[...folders, ...data].map(asIs), ...libraries],
  };
}

const views = new Map<string, View>();

/** The view of a program. Throws if it is Python and this host has none, or if a file cannot be read. */
export function viewOf(program: Program, runtimes: { readonly node: string; readonly python: string | null }): View {
  const key = "binary" in program ? `binary ${program.binary}` : program.runtime;
  const known = views.get(key);
  if (known !== undefined) return known;
  const view = makeView(program, runtimes);
  views.set(key, view);
  return view;
}

function makeView(program: Program, runtimes: { readonly node: string; readonly python: string | null }): View {
  if ("binary" in program) return viewOfBinary(program.binary, "/usr/bin/program");
  if (program.runtime === "node") return viewOfBinary(runtimes.node, "/usr/bin/node");
  if (runtimes.python === null) throw new Error("this machine has no /usr/bin/python3: install the package python3");
  return viewOfPython(runtimes.python);
}
