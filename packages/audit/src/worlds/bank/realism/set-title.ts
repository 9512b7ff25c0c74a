/** What a test set calls itself. */
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import type { BilingualText } from "@vigie/spec";
import { loadJson } from "@vigie/spec/node";

const Titles = Type.Object({ title: Type.String(), titleFr: Type.Optional(Type.String()) });

/** The title in `inputs/datapackage.json` of `folder`. @throws SpecError where there is none. */
export function setTitle(folder: string): BilingualText {
  const { title, titleFr } = loadJson(Titles, join(folder, "inputs", "datapackage.json"));
  return { en: title, fr: titleFr ?? title };
}
