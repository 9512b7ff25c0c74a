/** What a test set's own metadata say of it. */
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import type { BilingualText } from "@vigie/spec";
import { loadJson } from "@vigie/spec/node";
import { DATA_PACKAGE_FILE } from "./data-package.ts";

const Package = Type.Object({ name: Type.String(), version: Type.String(), title: Type.String(), titleFr: Type.String() });

export interface TestsetName {
  readonly id: string;
  readonly version: string;
  readonly title: BilingualText;
}

/** @throws SpecError where `datapackage.json` cannot be read or says none of it. */
export function readTestsetName(folder: string): TestsetName {
  const { name, version, title, titleFr } = loadJson(Package, join(folder, "inputs", DATA_PACKAGE_FILE));
  return { id: name, version, title: { en: title, fr: titleFr } };
}
