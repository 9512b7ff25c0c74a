// Writes the SDKs' sources that are made from tables and catalogue (`sdk-sources.ts`), before anything else reads them.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** Files that are as they should be stay untouched. */
function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (textOf(file) !== text) writeFileSync(file, text);
  }
}

/** @returns a function that writes the Python SDK's types for editors into a folder, which gets one a language. */
export async function writeSdkSources(build) {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "sdk-sources.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    logLevel: "warning",
  });
  const made = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  write(root, made.sdkSources());
  return (folder) => write(folder, made.pythonStubs(root));
}
