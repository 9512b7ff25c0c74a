import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PYTHON_FILES, PYTHON_FOLDER } from "../build/python.ts";

test.each(Object.entries(PYTHON_FILES))("the Python SDK's %s is what this SDK makes of it", (name, text) => {
  expect(readFileSync(join(PYTHON_FOLDER, name), "utf8")).toBe(text());
});
