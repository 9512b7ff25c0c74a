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

/** A module of ours, from its source. */
async function load(build, entry) {
  const common = { bundle: true, write: false, platform: "node", format: "esm", logLevel: "warning" };
  const { outputFiles } = await build({ ...common, entryPoints: [join(root, entry)] });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** @returns a function that writes the Python SDK's types for editors into a folder, which gets one a language. */
export async function writeSdkSources(build) {
  // The tables name roles and indicators, so these come first.
  const { catalogueSource } = await load(build, "packages/sdk/build/catalogue.ts");
  write(root, { "packages/sdk/src/catalogue/made.ts": catalogueSource() });
  const made = await load(build, "apps/vigie/build/sdk-sources.ts");
  write(root, made.sdkSources());
  return (folder) => write(folder, made.pythonStubs(root));
}
